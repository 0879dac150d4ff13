const topFolders = 'functions|web|test|bench|docs|infra|\\.ci'
const topFiles = /^(package|tsconfig|cdk|biome|knip)\.json$|^[A-Z]+\.md$|^vitest\.config\.ts$/

/** What a Markdown text names in backticks as a file or folder of this repository; patterns and placeholders are not. */
export function pathsNamedIn(markdown: string): string[] {
  const spans = [...markdown.matchAll(/`([^`\n]+)`/g)].map(([, text = '']) => text)
  return spans.filter((text) => new RegExp(`^(${topFolders})/[\\w./@-]*$`).test(text) || topFiles.test(text))
}

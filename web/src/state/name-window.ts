/** The window's title, the nearest first: what a tab has room for has to tell it from others. */
export function nameWindow(...names: string[]): void {
  document.title = [...names, 'Tierwise'].join(' · ')
}

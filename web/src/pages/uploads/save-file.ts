const releaseMs = 60_000

/** Has the browser save a blob under a name. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  // The download reads the blob after the click; when it has done so is not told.
  setTimeout(() => URL.revokeObjectURL(link.href), releaseMs)
}

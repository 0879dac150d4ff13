export type Dropped = { files: File[]; folders: string[] }

export function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

/** What was dropped; to be read at once, because the browser forgets it after the event. */
export function readDropped({ dataTransfer }: DragEvent): Dropped {
  const files: File[] = []
  const folders: string[] = []
  for (const item of dataTransfer?.items ?? []) {
    const file = item.getAsFile()
    // A folder comes as a file of no bytes.
    if (item.webkitGetAsEntry()?.isDirectory) folders.push(file?.name ?? '')
    else if (file) files.push(file)
  }
  return { files, folders }
}

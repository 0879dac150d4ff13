/** Paper is white: while a dark page is printed it is a light one, and the charts on it follow. */
export function watchPrint(): () => void {
  const { dataset } = document.documentElement
  let chosen: { theme: string | undefined } | null = null
  const begin = () => {
    chosen ??= { theme: dataset.theme }
    dataset.theme = 'light'
  }
  const end = () => {
    if (chosen?.theme === undefined) delete dataset.theme
    else dataset.theme = chosen.theme
    chosen = null
  }
  addEventListener('beforeprint', begin)
  addEventListener('afterprint', end)
  return () => {
    removeEventListener('beforeprint', begin)
    removeEventListener('afterprint', end)
  }
}

// Before the first paint, so that a page of the chosen theme never flashes in the other one.
try {
  const theme = localStorage.getItem('tierwise.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage is blocked: the system's theme holds.
}

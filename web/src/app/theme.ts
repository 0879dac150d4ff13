import { useState } from 'preact/hooks'

export type Theme = 'system' | 'light' | 'dark'
const place = 'tierwise.theme'

function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system'
}

/** The chosen theme, kept in this browser; `apply-theme.js` reads it before the first paint. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(readTheme)
  const choose = (next: Theme) => {
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    try {
      if (next === 'system') localStorage.removeItem(place)
      else localStorage.setItem(place, next)
    } catch {
      // Storage is blocked: the choice lasts as long as the page.
    }
    setTheme(next)
  }
  return [theme, choose]
}

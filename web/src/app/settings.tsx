import { openSession, type Role, roles } from '../api/session.ts'
import { t } from '../messages/shell.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Menu } from '../ui/menu.tsx'
import { type Theme, useTheme } from './theme.ts'
import { useSession } from './use-session.ts'

const themes: { theme: Theme; label: string; icon: IconName }[] = [
  { theme: 'system', label: t('themeSystem'), icon: 'screen' },
  { theme: 'light', label: t('themeLight'), icon: 'sun' },
  { theme: 'dark', label: t('themeDark'), icon: 'moon' },
]

const roleTexts: Record<Role, string> = {
  executive: t('roleExecutive'),
  finance: t('roleFinance'),
  admin: t('roleAdmin'),
}

export function ThemeSwitch() {
  const [theme, setTheme] = useTheme()
  return (
    <fieldset class="switch" aria-label={t('appearance')}>
      {themes.map((option) => (
        <button
          key={option.theme}
          type="button"
          title={option.label}
          aria-label={option.label}
          aria-pressed={option.theme === theme}
          onClick={() => setTheme(option.theme)}
        >
          <Icon name={option.icon} />
        </button>
      ))}
    </fieldset>
  )
}

/** Which role this browser tab has: offered where the service gives development sessions, thus on a laptop only. */
export function RoleSwitch() {
  const session = useSession()
  if (!session) return null
  const items = roles.map((role) => ({
    label: roleTexts[role],
    checked: role === session.role,
    onSelect: () => void openSession(role).catch(() => undefined),
  }))
  const button = (
    <>
      <span>
        <span class="visually-hidden">{t('role')}: </span>
        {roleTexts[session.role]}
      </span>
      <span class="badge">{t('roleDevelopment')}</span>
    </>
  )
  return <Menu label={t('role')} button={button} items={items} />
}

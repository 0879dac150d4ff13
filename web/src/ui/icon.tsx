/** Outlines on a 24-pixel grid. Decoration only: the text beside an icon says what it means. */
const paths = {
  overview: 'M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z',
  claims: 'M4 5h16v11H10l-4 4v-4H4zM8.5 10.5l2.2 2.2 4.8-4.8',
  campaigns: 'M4 10v4h3l7 4V6l-7 4zM17.5 9a4 4 0 0 1 0 6',
  creators:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20c0-3.5 2.6-6 6-6s6 2.5 6 6M16 4.5a3.5 3.5 0 0 1 0 6.3M18 14.6c1.8.9 3 2.9 3 5.4',
  planner: 'M4 12h5.5c4.5 0 4-6 9-6H20M9.5 12c4.5 0 4 6 9 6H20M17.5 3.5 20 6l-2.5 2.5M17.5 15.5 20 18l-2.5 2.5',
  uploads: 'M12 16V5M7.5 9.5 12 5l4.5 4.5M4 19h16',
  matching: 'M9.5 14.5l5-5M8 11l-2 2a3.5 3.5 0 0 0 5 5l2-2M16 13l2-2a3.5 3.5 0 0 0-5-5l-2 2',
  snapshots: 'M12 7v5l3 2M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5',
  chevron: 'm7 10 5 5 5-5',
  close: 'm7 7 10 10M17 7 7 17',
  filter: 'M4 6h16M7 12h10M10 18h4',
  settings:
    'M4 8h8M18 8h2M4 16h2M12 16h8M15 10.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 18.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1 1M17.4 17.4l1 1M18.4 5.6l-1 1M6.6 17.4l-1 1',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  screen: 'M4 5h16v11H4zM9 20h6M12 16v4',
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  how: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9.7 9.6a2.4 2.4 0 1 1 3.4 2.2c-.8.4-1.1.9-1.1 1.8M12 16.4v.2',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.2',
} as const

export type IconName = keyof typeof paths

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  )
}

import { defineMessages } from './define-messages.ts'

export const t = defineMessages({ asTable: 'Show as a table', micro: 'Micro', macro: 'Macro', others: 'Other tiers' })

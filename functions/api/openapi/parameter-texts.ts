/** What a query parameter means, wherever it stands. */
export const queryTexts: Record<string, string> = {
  from: 'First day; absent: the first that the books hold.',
  to: 'Last day, included; absent: the last that the books hold.',
  compareFrom: 'First day of the range to compare with; only together with compareTo.',
  compareTo: 'Last day of the range to compare with.',
  basis: 'period: rows dated in the range. campaign: all rows of campaigns that ran in the range.',
  spendBasis: 'accrued: every status counts. paid: rows that are paid or have no status.',
  overhead: 'Spend without a creator: apart, or spread over creators in proportion to their direct spend.',
  campaign: 'Only these campaigns. Texts are matched without regard to case.',
  creator:
    'Only these creators, by id or by name. For finance and admin; a report of one creator is withheld from executives.',
  brand: 'Only these brands.',
  platform: 'Only these platforms.',
  niche: 'Only creators of these niches.',
  region: 'Only creators of these regions.',
  objective: 'Only campaigns with these objectives.',
  tier: 'Only these tiers.',
  metric: 'What the comparison is about; absent: what suits the objective.',
  snapshot: 'A past state of the books; absent: the newest.',
  preview: 'A staged change, shown as if it were committed.',
  limit: 'Rows of one page.',
  cursor: 'The `next` of the page before.',
  search: 'Only rows whose name contains this.',
  sort: 'The column to sort by.',
  order: 'Which end comes first.',
}

/** What a field of a JSON body means. */
export const bodyTexts: Record<string, string> = {
  kind: 'What the lines of the file are.',
  filename: 'As people know it.',
  bytes: 'Length of the file before it is cut and packed.',
  replaces: 'Id of a committed upload of the same kind whose place this file takes, in one snapshot.',
  mapping: 'Field to column, as the header spells it. Fields left out are matched by name.',
  rowPolicy: 'all: one problem rejects the file. valid: lines without a problem are loaded.',
  moves: 'A line id that would leave its month: a problem, or a move.',
  figures: 'Figures are of their day, or of the post’s lifetime to date.',
  exclude: 'Lines to leave out, numbered as problems are.',
  twins: 'A line with an id whose content stands without one elsewhere: a problem, or another line.',
  action: 'What to stage: revert a committed upload, or commit a reverted one again.',
  preview: 'The preview that was looked at and is agreed to.',
}

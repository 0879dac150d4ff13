/** Every bound of the product in one place: what is refused beyond it says so by this number. */
export const limits = {
  /** Bytes of the file in one part, before gzip. */
  partBytesMax: 262_144,
  /** Bytes of one part as sent; gzip may grow what does not compress. */
  partStoredBytesMax: 300_000,
  partsMax: 4096,
  uploadBytesMax: 1_073_741_824,
  /** Bytes of one binary item in the table (DynamoDB's own limit is 400 KB with keys). */
  itemBytesMax: 350_000,
  /** Rows that one block holds before it is encoded. */
  blockRowsMax: 24_000,
  /** Rows that wait for their block over all months; beyond it the fullest month is encoded early. */
  bufferedRowsMax: 600_000,
  /** Problems that are listed; all are counted. */
  problemsListedMax: 1000,
  problemsPageMax: 200,
  /** Causes of problems that are told apart while a file is read; what else stands at a place is one cause together. */
  problemCausesKeptMax: 2000,
  problemCausesListedMax: 100,
  /** Lines that a cause names; all are counted. */
  problemCauseLinesMax: 50,
  listPageMax: 200,
  /** Rows of an upload in one answer: a download asks page after page. */
  uploadRowsPageMax: 5000,
  uploadsListedMax: 10_000,
  /** Characters of one cell of text. */
  textCharsMax: 300,
  /** Characters of one record of a file: beyond it a quote was probably never closed. */
  recordCharsMax: 1_000_000,
  columnsMax: 300,
  filenameCharsMax: 255,
  /** Minor units of one cell of money. */
  amountMinorMax: 1_000_000_000_000_00,
  countMax: 1_000_000_000_000,
  /** Days over which one spend row may be spread. */
  spreadDaysMax: 1100,
  /** Days for which a report draws days; beyond it months. */
  seriesDaysMax: 92,
  dateMin: '1990-01-01',
  dateMax: '2099-12-31',
  /** An fx rate serves a date for this many days after its own. */
  fxAgeDaysMax: 7,
  /** Months that one change closes or opens again, and that one trial balance spans. */
  changeMonthsMax: 120,
  reasonCharsMax: 500,
  /** Restated months of which a preview tells the totals of each tier, the newest; all are named. */
  restatedListedMax: 60,
  /** Problems of one change of the books that are listed; all are counted. */
  changeProblemsListedMax: 50,
  excludedLinesMax: 10_000,
  /** Cells of one upload that are mended without sending the file again. */
  patchesMax: 500,
  /** Characters of one mended cell, and of all of an upload, before and after: its record must stay an item. */
  patchCharsMax: 1000,
  patchesCharsMax: 30_000,
  /** Lines of a file in one answer. */
  linesShownMax: 100,
  /** Of all of them: an answer has to pass through Lambda, which carries 6 MB. */
  linesCharsMax: 1_000_000,
  /** Corrections of one upload of which is kept what they replace; all are counted and listed. */
  correctionsKeptMax: 10_000,
  /** Campaigns whose sums a preview tells, the largest. */
  campaignTotalsMax: 1000,
  filterValuesMax: 100,
  /** Bytes of blocks and rollups kept in one process as read. */
  chunkBytesCachedMax: 64_000_000,
  /** Bytes, as stored, of what one process keeps decoded of each kind: rollups, days, indexes, directories, rates. */
  decodedBytesMax: 4_000_000,
  /** Suggested for one name at most. */
  matchCandidatesMax: 5,
  /** Names that may share a token or other key; what more share tells nobody apart. */
  matchKeyNamesMax: 200,
  /** A suggestion of less confidence is none. */
  matchConfidenceMin: 0.3,
  /** Blocks that are searched for invoice numbers and posts, newest months first. */
  matchBlocksMax: 200,
  /** Invoice numbers that are remembered while they are searched. */
  matchReferencesMax: 200_000,
  matchSpellingsMax: 20,
  /** Decisions of each kind in one request. */
  matchDecisionsMax: 1000,
  /** Refused pairs that a workspace remembers. */
  refusalsMax: 20_000,
  /** Remembered mappings of a workspace. */
  mappingsMax: 500,
  mappingNameCharsMax: 100,
  mappingAnswersMax: 300,
  /** Campaigns and months that one plan spreads its budget over. */
  planCampaignsMax: 1000,
  planMonthsMax: 60,
  /** Saved plans of a workspace. */
  scenariosMax: 200,
  scenarioNameCharsMax: 100,
  /** Characters of a saved plan's question: all of them are listed in one answer. */
  scenarioQueryCharsMax: 8000,
  /** Saved views of a workspace, and of one person in it. */
  viewsMax: 1000,
  viewsOfOneMax: 100,
  viewNameCharsMax: 100,
  viewPathCharsMax: 200,
  viewSearchCharsMax: 8000,
  /** Staff hours of one deal, and what an hour or all else of it may cost. */
  dealHoursMax: 10_000,
  dealCostMinorMax: 10_000_000_000,
  /** Months whose rows one page of a creator's posts reads. */
  postMonthsMax: 6,
  /** Notes on one creator, and the characters of one. */
  notesMax: 50,
  noteCharsMax: 1000,
  /** Creators with notes or on the shortlist. */
  vettingsMax: 5000,
  /** Bytes of all that is said of creators, which one answer lists: Lambda carries 6 MB. */
  vettingsBytesMax: 4_000_000,
  /** Hours after which an unseen preview is swept. */
  previewHoursMax: 24 * 14,
} as const

const mebi = 1_048_576

/** What is refused of a workbook before, or while, it is unpacked. */
export const workbookLimits = {
  /** Bytes as sent. A zip is read from its end, so the whole of it is held. */
  fileBytesMax: 60 * mebi,
  entriesMax: 10_000,
  entryNameCharsMax: 500,
  /** Bytes, unpacked, of all entries by what the file says of itself; each entry is held to it while it is unpacked. */
  unpackedBytesMax: 1024 * mebi,
  /** An entry this large, unpacked, may not be packed tighter than `ratioMax`; tables are packed 5 to 60 times. */
  ratioFreeBytes: 32 * mebi,
  ratioMax: 250,
  /** Bytes, unpacked, of a part that describes the workbook: its list of sheets, its formats. */
  smallPartBytesMax: 32 * mebi,
  sheetsMax: 1000,
  /** Texts that cells share are all held while a sheet is read. */
  sharedStringsMax: 2_000_000,
  sharedCharsMax: 40_000_000,
  /** Characters between two tags; Excel's longest cell has 32,767. */
  runCharsMax: 4 * mebi,
  tagDepthMax: 100,
  /** A table has fewer; a cell beyond it would make each row that long. */
  columnsMax: 500,
  /** Cells of all rows together, with the empty ones between others. */
  cellsMax: 60_000_000,
  rowsMax: 1_048_576,
  formatsMax: 200_000,
  formatCharsMax: 1000,
  mergesListed: 1000,
  placesListed: 20,
  /** Bytes of one sheet, and of all together, that are unpacked to propose one. */
  surveySheetBytes: 4 * mebi,
  surveyBytes: 64 * mebi,
  sampleRows: 60,
} as const

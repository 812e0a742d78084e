/** Caps on what one uploaded spreadsheet may cost. Sizes in bytes, lengths in UTF-16 units. */
export type SpreadsheetLimits = {
  fileBytes: number;
  /** Inflated bytes of all parts together, counted while inflating. */
  inflatedBytes: number;
  /** Largest inflated : compressed ratio of one part. Office files stay far below, bombs reach 1,000. */
  ratio: number;
  entries: number;
  rows: number;
  columns: number;
  cells: number;
  cellLength: number;
  strings: number;
};

export const spreadsheetLimits: Readonly<SpreadsheetLimits> = {
  fileBytes: 20 * 1024 * 1024,
  inflatedBytes: 64 * 1024 * 1024,
  ratio: 250,
  entries: 1_000,
  rows: 20_000,
  columns: 256,
  cells: 1_000_000,
  // No list of an office says more in one cell, and whoever reads them looks at each text with patterns.
  cellLength: 4_000,
  strings: 500_000,
};

export const withDefaults = (limits: Partial<SpreadsheetLimits> = {}): SpreadsheetLimits => ({ ...spreadsheetLimits, ...limits });

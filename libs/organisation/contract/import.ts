import { z } from 'zod';
import { id, idParams, instant, inWords, pageOf, pageQuery, platformErrors, route, topic, xlsxType } from '@halong/platform/contract';
import { organisationErrors } from './organisation.errors.ts';

export const importKinds = ['ORG_UNITS', 'PEOPLE'] as const;
export type ImportKind = (typeof importKinds)[number];

export const importStates = ['UPLOADED', 'READING', 'MAPPING', 'CHECKING', 'CHECKED', 'WRITING', 'DONE', 'FAILED', 'UNDOING', 'UNDONE'] as const;
export type ImportState = (typeof importStates)[number];

/** What the dry run says of a row. UNCHANGED: the system already has it. LEFT_OUT: somebody took it out; the rest is judged as if the file did not have it. */
export const importBuckets = ['ADDED', 'CHANGED', 'UNCHANGED', 'REVIEW', 'MERGED', 'REJECTED', 'LEFT_OUT'] as const;
export type ImportBucket = (typeof importBuckets)[number];

/** What became of a row. STALE: somebody changed the record after the dry run, so nothing was written over it. */
export const rowOutcomes = ['WRITTEN', 'STALE', 'UNDONE', 'STAYED'] as const;

/** Largest upload, bytes. */
export const importFileBytes = 20 * 1024 * 1024;
/** How long an import can be undone, hours. */
export const undoHours = 24;

const maySee = ['SYSTEM_ADMIN'] as const;

/** The text of a failure is `organisationErrors[code]` with these params. */
const problem = z.object({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) });

const counts = z.record(z.enum(importBuckets), z.number().int());

export const importItem = z.object({
  id: z.number().int(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  state: z.enum(importStates),
  /** Rows of the dry run by bucket; null before it. */
  counts: counts.nullable(),
  /** Of the work going on. */
  progress: z.object({ done: z.number().int(), total: z.number().int() }),
  createdBy: z.string(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type ImportItem = z.output<typeof importItem>;

export const importColumn = z.object({
  col: z.number().int(),
  /** "A", "B" as the spreadsheet programme names it. */
  letter: z.string(),
  header: z.string(),
  /** A few cells of the column; long numbers are masked. */
  samples: z.array(z.string()),
});

/** The first rows of a sheet, for choosing the heading by hand; long numbers are masked. */
export const importSheet = z.object({ sheet: z.number().int(), name: z.string(), rows: z.array(z.object({ row: z.number().int(), cells: z.array(z.string()) })) });
export type ImportSheet = z.output<typeof importSheet>;

/** The columns of the file and what each field is proposed (or was chosen) to come from. */
export const importMapping = z.object({
  sheet: z.number().int(),
  sheets: z.array(importSheet),
  sheetName: z.string(),
  headerRows: z.array(z.number().int()),
  firstDataRow: z.number().int().nullable(),
  rows: z.number().int(),
  columns: z.array(importColumn),
  fields: z.array(z.object({ field: z.string(), required: z.boolean(), col: z.number().int().nullable(), proposed: z.number().int().nullable() })),
});
export type ImportMapping = z.output<typeof importMapping>;

export const importDetail = importItem.extend({
  version: z.number().int(),
  problem: problem.nullable(),
  mapping: importMapping.nullable(),
  /** How many rows the next press writes, and of them those with an open question that keep their default. */
  willWrite: z.number().int(),
  undecided: z.number().int(),
  /** Rows in which somebody mended a cell here. */
  mended: z.number().int(),
  /** Rejected, merged and reviewed rows by their main reason. */
  reasons: z.array(z.object({ bucket: z.enum(importBuckets), code: z.string(), count: z.number().int() })),
  written: z.number().int(),
  stale: z.number().int(),
  undone: z.number().int(),
  stayed: z.number().int(),
  undoUntil: instant.nullable(),
  can: z.object({ map: z.boolean(), decide: z.boolean(), mend: z.boolean(), run: z.boolean(), undo: z.boolean() }),
});
export type ImportDetail = z.output<typeof importDetail>;

const unitChoice = z.object({ id: z.number().int(), name: z.string() });

/** Why a row is where it is; the words are in `sayImportReason`. */
export const importReason = z.object({
  code: z.string(),
  field: z.string().nullable(),
  column: z.string().nullable(),
  /** What stands in the cell; personal numbers are masked. */
  value: z.string().nullable(),
  /** Other rows of the file, or other things the text names. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ImportReason = z.output<typeof importReason>;

/** A cell mended here: what the file says and what counts instead. Personal numbers are masked. */
export const importCorrection = z.object({ field: z.string(), from: z.string(), to: z.string(), by: z.string(), at: instant });

export const importRow = z.object({
  rowNo: z.number().int(),
  bucket: z.enum(importBuckets),
  name: z.string(),
  /** Masked personal id of a person, code of a unit. */
  key: z.string(),
  birth: z.string().nullable(),
  unitText: z.string(),
  /** The unit that was understood, or null while it is open. */
  unitName: z.string().nullable(),
  position: z.string().nullable(),
  reasons: z.array(importReason),
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
  /** Units to choose from, while this row asks for a decision. */
  candidates: z.array(unitChoice),
  asksForUnit: z.boolean(),
  corrections: z.array(importCorrection),
  /** A cell of this row may be mended: it is rejected, to review, or was mended before. */
  mendable: z.boolean(),
  decision: z.object({ unit: unitChoice.nullable() }).nullable(),
  /** What the doubtful cell most likely means; nothing happens with it unless somebody takes it. A personal number is masked. */
  suggestion: z.object({ field: z.string(), text: z.string() }).nullable(),
  /** Other rows with the same doubtful text that nobody has answered: one answer can hold for all. */
  alike: z.number().int(),
  /** Who left the row out, and when. */
  leftOut: z.object({ by: z.string(), at: instant }).nullable(),
  personId: z.number().int().nullable(),
  outcome: z.enum(rowOutcomes).nullable(),
});
export type ImportRow = z.output<typeof importRow>;

const startImport = route({
  method: 'POST',
  path: '/imports',
  summary: 'Takes a list as an office sends it. It is read in the background; nothing is written into the tree or the staff.',
  access: maySee,
  query: z.object({ kind: z.enum(importKinds), name: z.string().trim().min(1).max(200) }),
  upload: { maxBytes: importFileBytes },
  response: z.object({ id: z.number().int() }),
  ownTransaction: true,
  errors: [platformErrors.too_large, platformErrors.no_space],
});

const listImports = route({ method: 'GET', path: '/imports', summary: 'Imports, the newest first.', access: maySee, query: pageQuery, response: pageOf(importItem) });

const getImport = route({ method: 'GET', path: '/imports/:id', summary: 'One import: its step, columns, numbers and progress.', access: maySee, params: idParams, response: importDetail });

const mapColumns = route({
  method: 'PUT',
  path: '/imports/:id/mapping',
  summary: 'Says which column holds which field and starts the dry run. Without columns: back to the columns.',
  access: maySee,
  params: idParams,
  body: z.strictObject({ version: z.number().int(), columns: z.record(z.string().max(40), z.number().int().positive().max(1_000)).nullable() }),
  response: importDetail,
  errors: [organisationErrors.mapping_incomplete, organisationErrors.column_used_twice, organisationErrors.import_not_ready, platformErrors.stale_version],
});

const chooseHead = route({
  method: 'PUT',
  path: '/imports/:id/head',
  summary: 'Says in which sheet and row the heading stands when the guess is wrong. The columns are proposed anew in the background.',
  access: maySee,
  params: idParams,
  body: z.strictObject({ version: z.number().int(), sheet: z.number().int().min(0).max(1_000), row: id }),
  response: importDetail,
  errors: [organisationErrors.import_not_ready, platformErrors.stale_version],
});

const listRows = route({
  method: 'GET',
  path: '/imports/:id/rows',
  summary: 'Rows of the dry run in the order of the file; by bucket, by outcome, by name without marks.',
  access: maySee,
  params: idParams,
  query: pageQuery.extend({ bucket: z.enum(importBuckets).optional(), outcome: z.enum(rowOutcomes).optional(), reason: z.string().max(40).optional(), mended: z.enum(['0', '1']).default('0') }),
  response: pageOf(importRow),
});

const decideRow = route({
  method: 'PUT',
  path: '/imports/:id/rows/:rowNo/decision',
  summary: 'Answers a row that asks for a unit: a unit, null to keep it as it is, or nothing to take the answer back. `alike`: also the rows with the same text that nobody has answered.',
  access: maySee,
  params: z.object({ id, rowNo: z.coerce.number().int().positive() }),
  body: z.strictObject({ decision: z.strictObject({ unitId: id.nullable() }).nullable(), alike: z.boolean().default(false) }),
  response: importRow,
  errors: [organisationErrors.not_for_decision, organisationErrors.import_not_ready],
});

const mendRow = route({
  method: 'PUT',
  path: '/imports/:id/rows/:rowNo/cells',
  summary: 'Mends cells of a row in the dry run, by field; null: as the file says. The rows are judged again in the background, nothing is written into the staff or the tree.',
  access: maySee,
  params: z.object({ id, rowNo: z.coerce.number().int().positive() }),
  body: z.strictObject({
    cells: z.record(z.string().max(40), z.string().trim().min(1).max(500).nullable()).refine((cells) => Object.keys(cells).length > 0, inWords({ vi: 'Nhập ít nhất một ô cần sửa.', en: 'Fill in at least one cell to correct.' })),
  }),
  response: importDetail,
  errors: [organisationErrors.not_for_mending, organisationErrors.import_not_ready],
});

const takeSuggestion = route({
  method: 'POST',
  path: '/imports/:id/rows/:rowNo/suggestion',
  summary: 'Takes what is suggested for the doubtful cell of a row, as if somebody had typed or chosen it. `alike`: also in the rows with the same text.',
  access: maySee,
  params: z.object({ id, rowNo: z.coerce.number().int().positive() }),
  body: z.strictObject({ alike: z.boolean().default(false) }),
  response: importDetail,
  errors: [organisationErrors.not_for_suggestion, organisationErrors.import_not_ready],
});

const leaveRowOut = route({
  method: 'PUT',
  path: '/imports/:id/rows/:rowNo/left-out',
  summary: 'Leaves a row out of the import, or takes it back. The rows are judged again in the background, as if the file did not have it.',
  access: maySee,
  params: z.object({ id, rowNo: z.coerce.number().int().positive() }),
  body: z.strictObject({ leftOut: z.boolean() }),
  response: importDetail,
  errors: [organisationErrors.import_not_ready],
});

const runImport = route({
  method: 'POST',
  path: '/imports/:id/run',
  summary: 'Writes the rows of the dry run in the background. `expected` is the number the button said.',
  access: maySee,
  params: idParams,
  body: z.strictObject({ version: z.number().int(), expected: z.number().int() }),
  response: importDetail,
  errors: [organisationErrors.import_not_ready, organisationErrors.rejected_units, organisationErrors.nothing_to_write, platformErrors.stale_version],
});

const undoImport = route({
  method: 'POST',
  path: '/imports/:id/undo',
  summary: 'Takes back what the import wrote, within 24 hours. Records with later facts stay and are listed.',
  access: maySee,
  params: idParams,
  body: z.strictObject({ version: z.number().int() }),
  response: importDetail,
  errors: [organisationErrors.import_not_ready, organisationErrors.undo_too_late, platformErrors.stale_version],
});

const downloadRejected = route({
  method: 'GET',
  path: '/imports/:id/rejected.xlsx',
  summary: 'The rejected rows with the columns of the source, the row number and the reason in the language of the caller.',
  access: maySee,
  params: idParams,
  download: [xlsxType],
});

export const importRoutes = { startImport, listImports, getImport, mapColumns, chooseHead, listRows, decideRow, mendRow, takeSuggestion, leaveRowOut, runImport, undoImport, downloadRejected };

/** Watched by the id of the import. */
export const importTopic = topic({ name: 'import', access: maySee });

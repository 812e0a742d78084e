import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import { enrolmentErrors as errors, type UploadedList } from '@halong/enrolment/contract';
import { PersonalIds } from '@halong/organisation/server';
import { AppError, foldVietnamese, xlsxType, type Actor } from '@halong/platform/contract';
import { FileStore, readSpreadsheet, SpreadsheetError, spreadsheetWords } from '@halong/platform/server';
import { ClassRepository } from '../training-class/class.repository.ts';
import { CallRepository } from './call.repository.ts';
import { ListEditor } from './list-editor.service.ts';
import { ListReader } from './list-reader.service.ts';
import { readNominations, type NominationFile, type NomineeDraft } from './nomination-file.rules.ts';
import type { NewLine } from './nomination.rows.ts';

const maxBytes = 5 * 1024 * 1024;
const mostLines = 300;

/** Takes in the spreadsheet by which a unit sends people. */
@Injectable()
export class NominationUploads {
  constructor(
    private readonly reader: ListReader,
    private readonly editor: ListEditor,
    private readonly classes: ClassRepository,
    private readonly calls: CallRepository,
    private readonly personalIds: PersonalIds,
    private readonly files: FileStore,
  ) {}

  /**
   * Keeps the file, reads it and makes its lines the unit's draft. Nothing is submitted.
   * @throws AppError file_unreadable, file_without_heading, file_too_long, file_of_other_class, nomination_closed, no_quota
   */
  async upload(actor: Actor, classId: number, unitId: number, stream: Readable, name: string): Promise<UploadedList> {
    const context = await this.reader.context(actor, await this.classes.find(classId), unitId);
    this.reader.assertOpen(context);
    const stored = await this.files.put(stream, { name, mediaType: xlsxType, maxBytes, uploadedBy: actor.accountId });
    const file = await this.read(await (await this.files.get(stored.id)).local());
    const { code: classCode } = context.trainingClass;
    if (file.classCode && foldVietnamese(file.classCode) !== foldVietnamese(classCode)) throw new AppError(errors.file_of_other_class, { found: file.classCode, classCode });
    const list = await this.editor.replace(actor, classId, unitId, { fileId: stored.id, lines: await this.linesOf(file.nominees) });
    const { unitText, statedQuota, ignoredRows } = file;
    return { ...list, file: { unitText, statedQuota, ignoredRows, problems: file.problems as UploadedList['file']['problems'] } };
  }

  /** The first visible sheet that has the heading of a list. */
  private async read(path: string): Promise<NominationFile> {
    const sheets = await readSpreadsheet(path).catch((error: unknown) => {
      if (!(error instanceof SpreadsheetError)) throw error;
      throw new AppError(errors.file_unreadable, { problem: spreadsheetWords(error) });
    });
    const read = sheets.filter(({ hidden }) => !hidden).map(readNominations);
    const file = read.find(({ problems }) => !problems.some(({ code }) => code === 'HEADING_NOT_FOUND' || code === 'TOO_LARGE'));
    if (read.some(({ problems }) => problems.some(({ code }) => code === 'TOO_LARGE')) || (file?.nominees.length ?? 0) > mostLines) throw new AppError(errors.file_too_long, { limit: mostLines });
    if (!file) throw new AppError(errors.file_without_heading);
    return file;
  }

  /** People are found by personal number; the number itself is kept only as its HMAC. */
  private async linesOf(nominees: readonly NomineeDraft[]): Promise<NewLine[]> {
    const hashes = nominees.map(({ pin }) => (pin === null ? null : this.personalIds.hash(pin)));
    const people = await this.calls.byPersonalId([...new Set(hashes.filter((hash) => hash !== null))]);
    return nominees.map(({ row, name, born, positionText }, index) => {
      const hash = hashes[index] ?? null;
      return { personId: hash === null ? null : (people.get(hash) ?? null), writtenName: name, writtenBorn: born, writtenPosition: positionText, personalIdHash: hash, fileRow: row };
    });
  }
}

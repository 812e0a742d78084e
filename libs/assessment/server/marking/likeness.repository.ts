import { Injectable } from '@nestjs/common';
import type { Similarity } from '@halong/assessment/contract';
import { Database, jsonIn } from '@halong/platform/server';
import type { Likeness, Stretch } from './likeness.rules.ts';

interface Pair {
  code: string;
  percent: number;
  places: unknown;
}

/** What scripts of an assignment share. */
@Injectable()
export class LikenessRepository {
  constructor(private readonly db: Database) {}

  async script(submissionId: number): Promise<{ id: number; assignmentId: number; text: string } | undefined> {
    return this.db.row('SELECT id, assignment_id AS assignmentId, text FROM assessment_submission WHERE id = ?', [submissionId]);
  }

  /** Scripts that count and have this document among their files. */
  async withDocument(documentId: number): Promise<number[]> {
    const rows = await this.db.rows<{ id: number }>('SELECT s.id FROM assessment_submission s JOIN assessment_submission_file f ON f.submission_id = s.id WHERE f.document_id = ? AND s.is_current = 1 ORDER BY s.id LIMIT 100', [documentId]);
    return rows.map(({ id }) => id);
  }

  /** Signatures of the other scripts of the assignment that count. */
  async signatures(assignmentId: number, except: number): Promise<{ submissionId: number; signature: number[] }[]> {
    const rows = await this.db.rows<{ submissionId: number; signature: unknown }>(
      `SELECT g.submission_id AS submissionId, g.signature FROM assessment_script_signature g JOIN assessment_submission s ON s.id = g.submission_id
       WHERE s.assignment_id = ? AND s.is_current = 1 AND s.owner <> (SELECT o.owner FROM assessment_submission o WHERE o.id = ?) LIMIT 1000`,
      [assignmentId, except],
    );
    return rows.map((row) => ({ ...row, signature: jsonIn(row.signature) as number[] }));
  }

  async putSignature(submissionId: number, signature: readonly number[]): Promise<void> {
    await this.db.run('REPLACE INTO assessment_script_signature (submission_id, signature) VALUES (?, ?)', [submissionId, JSON.stringify(signature)]);
  }

  async put(firstId: number, secondId: number, { percent, inFirst, inSecond }: Likeness): Promise<void> {
    await this.db.run('REPLACE INTO assessment_script_likeness (first_id, second_id, percent, in_first, in_second) VALUES (?, ?, ?, ?, ?)', [
      firstId, secondId, percent, JSON.stringify(inFirst), JSON.stringify(inSecond),
    ]);
  }

  /** The most alike first, with the places in this text. */
  async of(submissionId: number, text: string): Promise<Similarity[]> {
    const pairs = await this.db.rows<Pair>(
      `SELECT o.anonymous_code AS code, l.percent, IF(l.first_id = ?, l.in_first, l.in_second) AS places FROM assessment_script_likeness l
       JOIN assessment_submission o ON o.id = IF(l.first_id = ?, l.second_id, l.first_id) AND o.is_current = 1 WHERE l.first_id = ? OR l.second_id = ? ORDER BY l.percent DESC, o.anonymous_code LIMIT 10`,
      [submissionId, submissionId, submissionId, submissionId],
    );
    return pairs.map(({ code, percent, places }) => ({
      code, percent, passages: (jsonIn(places) as Stretch[]).map(({ from, to }) => ({ from, to, text: text.slice(from, to) })),
    }));
  }
}

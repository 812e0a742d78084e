import { Injectable } from '@nestjs/common';
import { Renditions } from '@halong/materials/server';
import { SubmissionRepository } from '../submission/submission.repository.ts';

/** All words of a script: those of the page, and behind them those of its files, as far as they have been read. */
@Injectable()
export class ScriptWords {
  constructor(
    private readonly submissions: SubmissionRepository,
    private readonly renditions: Renditions,
  ) {}

  async of({ id, text }: { id: number; text: string }): Promise<string> {
    const files = await this.submissions.files([id]);
    const texts = await this.renditions.texts(files.map(({ documentId }) => documentId));
    return [text, ...files.flatMap(({ documentId }) => texts.get(documentId) ?? [])].join('\n\n');
  }
}

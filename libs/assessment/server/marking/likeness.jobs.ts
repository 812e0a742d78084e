import { Injectable } from '@nestjs/common';
import { renditionMessages } from '@halong/materials/server';
import { On } from '@halong/platform/server';
import { assessmentMessages } from '../events.ts';
import { LikenessRepository } from './likeness.repository.ts';
import { leastPercent, likenessOf, mayBeAlike, signatureOf } from './likeness.rules.ts';
import { ScriptWords } from './script-words.service.ts';

/** So many scripts are compared word by word at most; the signatures say which ones are worth it. */
const comparedAtMost = 40;
/** Text beyond this is not looked at: some eighty pages. */
const longest = 200_000;

/** Compares what was submitted with the other scripts of its assignment: a hint for those who mark. */
@Injectable()
export class LikenessJobs {
  constructor(
    private readonly repository: LikenessRepository,
    private readonly words: ScriptWords,
  ) {}

  @On(assessmentMessages.submitted)
  async submitted({ submissionId }: { submissionId: number }): Promise<void> {
    const script = await this.repository.script(submissionId);
    if (!script) return;
    const text = await this.textOf(script);
    const signature = signatureOf(text);
    if (signature.length === 0) return;
    await this.repository.putSignature(submissionId, signature);
    const others = await this.repository.signatures(script.assignmentId, submissionId);
    const alike = others.filter((other) => mayBeAlike(signature, other.signature)).slice(0, comparedAtMost);
    for (const { submissionId: otherId } of alike) {
      const other = await this.repository.script(otherId);
      const otherText = other ? await this.textOf(other) : '';
      const [first, second] = submissionId < otherId ? [text, otherText] : [otherText, text];
      const found = likenessOf(first, second);
      if (found.percent >= leastPercent) await this.repository.put(Math.min(submissionId, otherId), Math.max(submissionId, otherId), found);
    }
  }

  /** A file is read after it was submitted, or was read long before. */
  @On(renditionMessages.documentRead)
  async read({ documentId }: { documentId: number }): Promise<void> {
    for (const submissionId of await this.repository.withDocument(documentId)) await this.submitted({ submissionId });
  }

  private async textOf(script: { id: number; text: string }): Promise<string> {
    return (await this.words.of(script)).slice(0, longest);
  }
}

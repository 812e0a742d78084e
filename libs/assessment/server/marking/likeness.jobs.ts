import { Injectable } from '@nestjs/common';
import { On } from '@halong/platform/server';
import { assessmentMessages } from '../events.ts';
import { LikenessRepository } from './likeness.repository.ts';
import { leastPercent, likenessOf, mayBeAlike, signatureOf } from './likeness.rules.ts';

/** So many scripts are compared word by word at most; the signatures say which ones are worth it. */
const comparedAtMost = 40;
/** Text beyond this is not looked at: some eighty pages. */
const longest = 200_000;

/** Compares what was submitted with the other scripts of its assignment: a hint for those who mark. */
@Injectable()
export class LikenessJobs {
  constructor(private readonly repository: LikenessRepository) {}

  @On(assessmentMessages.submitted)
  async submitted({ submissionId }: { submissionId: number }): Promise<void> {
    const script = await this.repository.text(submissionId);
    if (!script) return;
    const text = script.text.slice(0, longest);
    const signature = signatureOf(text);
    if (signature.length === 0) return;
    await this.repository.putSignature(submissionId, signature);
    const others = await this.repository.signatures(script.assignmentId, submissionId);
    const alike = others.filter((other) => mayBeAlike(signature, other.signature)).slice(0, comparedAtMost);
    for (const { submissionId: otherId } of alike) {
      const other = await this.repository.text(otherId);
      const [first, second] = submissionId < otherId ? [text, other?.text.slice(0, longest) ?? ''] : [other?.text.slice(0, longest) ?? '', text];
      const found = likenessOf(first, second);
      if (found.percent >= leastPercent) await this.repository.put(Math.min(submissionId, otherId), Math.max(submissionId, otherId), found);
    }
  }
}

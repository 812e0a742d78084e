import { Injectable } from '@nestjs/common';
import type { Similarity } from '@halong/assessment/contract';
import { LikenessRepository } from './likeness.repository.ts';
import { ScriptWords } from './script-words.service.ts';

/** What a script shares with others of its assignment, as those who mark see it. */
@Injectable()
export class ScriptLikeness {
  constructor(
    private readonly repository: LikenessRepository,
    private readonly words: ScriptWords,
  ) {}

  /** The most alike first. Places behind the end of the text of the page are in the files. */
  async of(script: { id: number; text: string }): Promise<Similarity[]> {
    return this.repository.of(script.id, await this.words.of(script));
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Database } from '@halong/platform/server';

const keptAtMost = 100;

/** Comments that a marker uses again; nobody else sees them. */
@Injectable()
export class ReusableComments {
  constructor(private readonly db: Database) {}

  async list(actor: Actor): Promise<{ items: { id: number; text: string }[] }> {
    return { items: await this.db.rows('SELECT id, text FROM assessment_reusable_comment WHERE person_id = ? ORDER BY used DESC, id DESC LIMIT ?', [actor.personId ?? 0, keptAtMost]) };
  }

  /** @throws AppError platform.forbidden for an account without a person */
  async keep(actor: Actor, text: string) {
    if (actor.personId === null) throw new AppError(platformErrors.forbidden);
    const hash = createHash('sha256').update(text).digest('hex');
    await this.db.run('INSERT INTO assessment_reusable_comment (person_id, text, text_hash) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE used = used + 1', [actor.personId, text, hash]);
    return this.list(actor);
  }

  /** @throws AppError platform.not_found when it is not the actor's */
  async drop(actor: Actor, id: number) {
    const { affectedRows } = await this.db.run('DELETE FROM assessment_reusable_comment WHERE id = ? AND person_id = ?', [id, actor.personId ?? 0]);
    if (affectedRows === 0) throw new AppError(platformErrors.not_found);
    return this.list(actor);
  }
}

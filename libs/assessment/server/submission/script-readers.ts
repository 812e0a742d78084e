import { Injectable } from '@nestjs/common';
import type { Actor } from '@halong/platform/contract';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { editors } from '../assignment/assignment.policy.ts';

/** A submission as a question of who may read it. */
export interface Script {
  submissionId: number;
  assignmentId: number;
  classId: number;
  blind: boolean;
  markers: number;
}

export type MayRead = (actor: Actor, script: Script) => Promise<boolean>;

/**
 * Who of the staff may read submitted work. Until marking answers for itself: those who teach or look after the class, and nobody
 * where marking is blind.
 */
@Injectable()
export class ScriptReaders {
  private answer: MayRead | undefined;

  constructor(private readonly access: ClassAccess) {}

  /** Marking narrows the question to those who mark this very work. */
  answerWith(answer: MayRead): void {
    this.answer = answer;
  }

  async mayRead(actor: Actor, script: Script): Promise<boolean> {
    if (this.answer) return this.answer(actor, script);
    if (script.blind) return false;
    const held = await this.access.roles(actor, script.classId);
    return held.some((role) => editors.includes(role));
  }
}

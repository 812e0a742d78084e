import { Injectable } from '@nestjs/common';
import { certificateBatchTopic } from '@halong/certification/contract';
import { ClassTransitions } from '@halong/classes/server';
import { Audit, Outbox, Realtime } from '@halong/platform/server';
import { certificationMessages } from '../events.ts';
import type { IssuingClass } from './certificate.rows.ts';

/** What follows from numbering, in its transaction. */
@Injectable()
export class IssuingEffects {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly realtime: Realtime,
    private readonly transitions: ClassTransitions,
  ) {}

  async numbered({ id, state }: IssuingClass, batchId: number, rows: readonly { registerNo: string; enrolmentId: number }[]): Promise<void> {
    await this.audit.record({ action: 'certification.numbered', subjectType: 'class', subjectId: id, before: null, after: { batchId, certificates: rows } });
    await this.outbox.publish(certificationMessages.makePapers, { batchId });
    if (state === 'RESULT_RECOGNISED') await this.transitions.advance(id, 'CERTIFIED', ['CERTIFICATE_OFFICER']);
    this.realtime.changed(certificateBatchTopic.name, batchId);
  }
}

import { Injectable } from '@nestjs/common';
import { revocationGroundNames, type RevocationGround } from '@halong/certification/contract';
import { Notifications } from '@halong/notifications/server';
import { Audit, Outbox } from '@halong/platform/server';
import { certificationMessages } from '../events.ts';
import type { CertificateRow } from './certificate.rows.ts';

/** What follows from a revocation, in its transaction. */
@Injectable()
export class RevocationEffects {
  constructor(
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly notifications: Notifications,
  ) {}

  async revoked(row: CertificateRow, { ground, decision, reason }: { ground: RevocationGround; decision: string; reason: string }): Promise<void> {
    const { id: certificateId, state, registerNo, classNameVi, classNameEn, personId } = row;
    await this.audit.record({ action: 'certification.revoked', subjectType: 'certificate', subjectId: certificateId, reason, before: { state }, after: { state: 'REVOKED', ground, decision } });
    await this.outbox.publish(certificationMessages.revoked, { certificateId });
    await this.notifications.tell({
      kind: 'certificate_revoked',
      params: { registerNumber: registerNo, className: { vi: classNameVi, en: classNameEn }, reason: revocationGroundNames[ground] },
      link: '/record',
      onceKey: `certificate-revoked-${certificateId}`,
      personIds: [personId],
    });
  }
}

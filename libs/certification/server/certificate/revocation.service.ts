import { Injectable } from '@nestjs/common';
import { ClassAccess } from '@halong/assessment/server';
import { certificationErrors as errors, type CertificateDetail, type RevocationGround } from '@halong/certification/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { CertificateRepository } from './certificate.repository.ts';
import { Certificates } from './certificate.service.ts';
import { RevocationEffects } from './revocation.effects.ts';

export interface RevocationInput {
  version: number;
  ground: RevocationGround;
  decision: string;
  reason: string;
}

/** Takes a certificate back (domain rule C03); its number stays in the register. */
@Injectable()
export class Revocations {
  constructor(
    private readonly db: Database,
    private readonly repository: CertificateRepository,
    private readonly certificates: Certificates,
    private readonly access: ClassAccess,
    private readonly effects: RevocationEffects,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found, stale_version, certification.already_revoked */
  async revoke(actor: Actor, id: number, { version, ground, decision, reason }: RevocationInput): Promise<CertificateDetail> {
    return this.db.transaction(async () => {
      const row = await this.repository.lock(id);
      if (!row) throw new AppError(platformErrors.not_found);
      await this.access.require(actor, row.classId, 'CERTIFICATE_OFFICER');
      if (row.state === 'REVOKED') throw new AppError(errors.already_revoked, { decision: row.revocationDecision ?? '' });
      if (row.version !== version) throw new AppError(platformErrors.stale_version);
      await this.repository.revoke(id, { ground, decision, at: this.clock.now() });
      await this.effects.revoked(row, { ground, decision, reason });
      return this.certificates.get(actor, id);
    });
  }
}

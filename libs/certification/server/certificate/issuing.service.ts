import { Inject, Injectable } from '@nestjs/common';
import { ClassAccess } from '@halong/assessment/server';
import { certificationErrors as errors, type CertificateBatch, type ClassCertificates } from '@halong/certification/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock, CONFIG, Database, type Config } from '@halong/platform/server';
import { readRules } from '@halong/regulations/server';
import { credentialOf, kindOf, paperOf, type Numbering } from './certificate-content.rules.ts';
import { isOfficer } from './certificate.policy.ts';
import { presentBatch, presentCertificate } from './certificate.presenter.ts';
import { CertificateRepository } from './certificate.repository.ts';
import type { HolderRow, IssuingClass } from './certificate.rows.ts';
import { IssuingEffects } from './issuing.effects.ts';
import { IssuingRepository, type NumberedRow } from './issuing.repository.ts';
import { formatRegisterNumber } from './register-number.rules.ts';
import { newVerifyCode } from './verify-code.rules.ts';

const demoFootnote = 'Bản minh họa từ dữ liệu mẫu, không có giá trị sử dụng';

/** Numbers the certificates of a class. */
@Injectable()
export class Issuing {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly db: Database,
    private readonly issuing: IssuingRepository,
    private readonly certificates: CertificateRepository,
    private readonly access: ClassAccess,
    private readonly effects: IssuingEffects,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found */
  async ofClass(actor: Actor, classId: number): Promise<ClassCertificates> {
    const held = await this.access.require(actor, classId, 'CERTIFICATE_OFFICER', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'SYSTEM_ADMIN');
    const found = await this.require(classId);
    const [ready, notComplete, rows, batch] = await Promise.all([
      this.issuing.ready(classId), this.issuing.notComplete(classId), this.certificates.ofClass(classId), this.issuing.lastBatch(classId),
    ]);
    const kind = kindOf(found.credential);
    const { decisionNo, decisionDate, signer } = found;
    return {
      class: { id: found.id, code: found.code, nameVi: found.nameVi, nameEn: found.nameEn },
      kind,
      recognition: decisionNo && decisionDate && signer ? { decisionNo, decisionDate, signer } : null,
      ready: ready.map(({ enrolmentId, fullName, unitShown }) => ({ enrolmentId, fullName, unitName: unitShown })),
      notComplete,
      certificates: rows.map((row) => presentCertificate(row, held)),
      batch: batch ? presentBatch(batch) : null,
      can: { issue: isOfficer(held) && kind !== null && decisionNo !== null && ready.length > 0 },
    };
  }

  /**
   * Numbers everybody who is complete and has none: all of them or nobody, without a gap in the register, whoever else issues at the same time.
   * @throws AppError platform.not_found, certification.no_recognition, no_credential, nobody_complete, institution_code
   */
  async issue(actor: Actor, classId: number): Promise<CertificateBatch> {
    await this.access.require(actor, classId, 'CERTIFICATE_OFFICER');
    const { institutionId, credential } = await this.require(classId);
    const kind = kindOf(credential);
    if (!kind) throw new AppError(errors.no_credential);
    const at = this.clock.now();
    const issuedOn = this.clock.today();
    const year = Number(issuedOn.slice(0, 4));
    return this.db.transaction(async () => {
      // The register is locked before anything is read, so what is read is what the issue before has left.
      await this.issuing.lockRegister(institutionId, year, kind);
      const found = await this.require(classId);
      if (found.decisionNo === null) throw new AppError(errors.no_recognition);
      const holders = await this.issuing.ready(classId);
      if (holders.length === 0) throw new AppError(errors.nobody_complete);
      const batchId = await this.issuing.addBatch(classId, holders.length, actor.accountId, at);
      const first = await this.issuing.takeNumbers(institutionId, year, kind, holders.length);
      const rows = holders.map((holder, index) => this.numbered(found, holder, { seq: first + index, kind, year, issuedOn, at }));
      await this.issuing.addCertificates(rows, { classId, institutionId, year, kind, issuedOn, batchId });
      await this.effects.numbered(found, batchId, rows.map(({ registerNo, enrolmentId }) => ({ registerNo, enrolmentId })));
      return presentBatch({ id: batchId, classId, total: rows.length, done: 0, state: 'RUNNING', createdAt: at });
    });
  }

  /** @throws AppError platform.not_found */
  async batch(actor: Actor, id: number): Promise<CertificateBatch> {
    const batch = await this.issuing.batch(id);
    if (!batch) throw new AppError(platformErrors.not_found);
    await this.access.require(actor, batch.classId, 'CERTIFICATE_OFFICER', 'TRAINING_MANAGER', 'CLASS_COORDINATOR', 'SYSTEM_ADMIN');
    return presentBatch(batch);
  }

  async classOfBatch(id: number): Promise<number | undefined> {
    return (await this.issuing.batch(id))?.classId;
  }

  private numbered(found: IssuingClass, holder: HolderRow, { seq, kind, year, issuedOn, at }: { seq: number; kind: 'CC' | 'GCN'; year: number; issuedOn: string; at: Date }): NumberedRow {
    const registerNo = this.registerNo({ seq, year, kind: credentialOf(kind), institution: found.institutionCode });
    const verifyCode = newVerifyCode();
    const { gradeBands: bands, scale } = readRules(found.rules);
    const footnote = this.config.DEMO ? demoFootnote : null;
    const numbering: Numbering = { kind, registerNumber: registerNo, verifyCode, issuedOn, at, publicUrl: this.config.PUBLIC_URL, footnote, bands, scale };
    return { enrolmentId: holder.enrolmentId, seq, registerNo, verifyCode, paper: paperOf(found, holder, numbering) };
  }

  private registerNo(number: Parameters<typeof formatRegisterNumber>[0]): string {
    try {
      return formatRegisterNumber(number);
    } catch (error) {
      if (error instanceof RangeError) throw new AppError(errors.institution_code, { code: number.institution });
      throw error;
    }
  }

  private async require(classId: number): Promise<IssuingClass> {
    const found = await this.issuing.classOf(classId);
    if (!found) throw new AppError(platformErrors.not_found);
    return found;
  }
}

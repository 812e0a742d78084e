import { Injectable } from '@nestjs/common';
import { certificationErrors as errors, type Verification } from '@halong/certification/contract';
import { AppError } from '@halong/platform/contract';
import { paperIn } from '../certificate/certificate-content.rules.ts';
import { CertificateRepository } from '../certificate/certificate.repository.ts';
import { normaliseVerifyCode } from '../certificate/verify-code.rules.ts';

/** What anybody may ask: is this paper genuine, and is it valid? */
@Injectable()
export class Verifications {
  constructor(private readonly certificates: CertificateRepository) {}

  /**
   * Name, year of birth, programme, number, date and validity (domain rule C05); nothing else leaves the house.
   * @throws AppError certification.code_unknown, also for what cannot be a code
   */
  async verify(input: string): Promise<Verification> {
    const code = normaliseVerifyCode(input);
    const found = code ? await this.certificates.byCode(code) : undefined;
    if (!found) throw new AppError(errors.code_unknown);
    const { holder, programme } = paperIn(found.content);
    const { birthYear, programmeEn, registerNo, issuedOn, state } = found;
    return { name: holder.name, birthYear, programme, programmeEn, registerNo, issuedOn, status: state === 'REVOKED' ? 'REVOKED' : 'VALID' };
  }
}

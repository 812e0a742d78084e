import { Injectable } from '@nestjs/common';

/** Enrolment → number of the certificate that was issued for it and still stands. */
type Source = (enrolmentIds: readonly number[]) => Promise<Map<number, string>>;

/** Certification knows assessment, not the other way round: it answers here once its module has started. Without it nobody has a certificate. */
@Injectable()
export class IssuedCertificates {
  private source: Source | undefined;

  /** @throws Error when somebody answers already */
  register(source: Source): void {
    if (this.source) throw new Error('Issued certificates are answered for already');
    this.source = source;
  }

  async of(enrolmentIds: readonly number[]): Promise<Map<number, string>> {
    return enrolmentIds.length === 0 ? new Map() : ((await this.source?.(enrolmentIds)) ?? new Map());
  }
}

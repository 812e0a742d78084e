import { Injectable } from '@nestjs/common';

/** Answers the register number of a valid certificate of the programme, for those of these people who hold one. */
export type CertificateLookup = (personIds: readonly number[], programmeId: number) => Promise<Map<number, string>>;

/** Where the register of certificates, which lies downstream, tells the screening who is certified already. */
@Injectable()
export class HeldCertificates {
  private readonly lookups: CertificateLookup[] = [];

  register(lookup: CertificateLookup): void {
    this.lookups.push(lookup);
  }

  async of(personIds: readonly number[], programmeId: number): Promise<Map<number, string>> {
    if (personIds.length === 0) return new Map();
    const found = await Promise.all(this.lookups.map((lookup) => lookup(personIds, programmeId)));
    return new Map(found.flatMap((held) => [...held]));
  }
}

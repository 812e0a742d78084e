import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClassAccess, followedUnits } from '@halong/assessment/server';
import { certificationErrors as errors, type CertificateDetail, type CertificateItem, type CertificateKind, type CertificateState } from '@halong/certification/contract';
import { HeldCertificates } from '@halong/enrolment/server';
import { AppError, foldVietnamese, platformErrors, type Actor, type Page, type PageQuery } from '@halong/platform/contract';
import { Clock, Download, FileStore } from '@halong/platform/server';
import { paperIn } from './certificate-content.rules.ts';
import { isOfficer, maySee, registerScope } from './certificate.policy.ts';
import { presentCertificate, presentDetail } from './certificate.presenter.ts';
import { CertificateRepository } from './certificate.repository.ts';
import type { CertificateRow } from './certificate.rows.ts';

export interface RegisterQuery extends PageQuery {
  year?: number | undefined;
  institutionId?: number | undefined;
  kind?: CertificateKind | undefined;
  state?: CertificateState | undefined;
}

/** The register, as those who may read it see it. */
@Injectable()
export class Certificates implements OnModuleInit {
  constructor(
    private readonly certificates: CertificateRepository,
    private readonly access: ClassAccess,
    private readonly files: FileStore,
    private readonly clock: Clock,
    private readonly held: HeldCertificates,
  ) {}

  /** The screening of nominations asks who has the certificate of a programme already. */
  onModuleInit(): void {
    this.held.register((personIds, programmeId) => this.certificates.heldOf(personIds, programmeId));
  }

  /** Newest number first, within the scope of the actor's roles. What may be done with one is said by the certificate itself. */
  async list(actor: Actor, { page, size, search, ...filter }: RegisterQuery): Promise<Page<CertificateItem>> {
    const words = foldVietnamese(search).split(' ').filter(Boolean).slice(0, 6);
    const { rows, total } = await this.certificates.page({ ...filter, scope: registerScope(actor), words, number: search.trim().toUpperCase() }, page, size);
    return { items: rows.map((row) => presentCertificate(row, { revoke: false })), total, page, size };
  }

  /** @throws AppError platform.not_found */
  async get(actor: Actor, id: number): Promise<CertificateDetail> {
    const { row, revoke } = await this.visible(actor, id);
    return presentDetail(row, paperIn(row.content), { revoke });
  }

  /** @throws AppError platform.not_found, certification.not_issued */
  async pdf(actor: Actor, id: number): Promise<Download> {
    const { row } = await this.visible(actor, id);
    if (row.fileId === null) throw new AppError(errors.not_issued);
    const file = await this.files.get(row.fileId);
    return new Download(file.name, file.mediaType, file.open(), true);
  }

  /** Newest first; none for an account without a person. */
  async ofPerson(personId: number | null): Promise<CertificateItem[]> {
    if (personId === null) return [];
    return (await this.certificates.ofPerson(personId)).map((row) => presentCertificate(row, { revoke: false }));
  }

  private async visible(actor: Actor, id: number): Promise<{ row: CertificateRow; revoke: boolean }> {
    const row = await this.certificates.find(id);
    if (!row) throw new AppError(platformErrors.not_found);
    const held = await this.access.roles(actor, row.classId);
    const follows = await this.certificates.isFollowed(row.personId, row.unitId, followedUnits(actor), this.clock.today());
    if (!maySee(actor, { personId: row.personId, held, follows })) throw new AppError(platformErrors.not_found);
    return { row, revoke: isOfficer(held) };
  }
}

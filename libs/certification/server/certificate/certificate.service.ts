import { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClassAccess, followedUnits, IssuedCertificates } from '@halong/assessment/server';
import { certificationErrors as errors, type CertificateDetail, type CertificateItem, type CertificateKind, type CertificateState } from '@halong/certification/contract';
import { HeldCertificates } from '@halong/enrolment/server';
import { AppError, dayOf, foldVietnamese, platformErrors, type Actor, type Page, type PageQuery, type Role } from '@halong/platform/contract';
import { Clock, Download, FileStore, searchWords } from '@halong/platform/server';
import { drawable, paperIn } from './certificate-content.rules.ts';
import { renderCertificate } from './certificate-pdf/render-certificate.ts';
import { canDo, maySee, registerScope } from './certificate.policy.ts';
import { presentCertificate, presentDetail } from './certificate.presenter.ts';
import { CertificateRepository } from './certificate.repository.ts';
import type { CertificateRow, WholeCertificateRow } from './certificate.rows.ts';

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
    private readonly issued: IssuedCertificates,
  ) {}

  /** The screening of nominations asks who has the certificate of a programme already, the grade book whom a change would cost theirs. */
  onModuleInit(): void {
    this.held.register((personIds, programmeId) => this.certificates.heldOf(personIds, programmeId));
    this.issued.register((enrolmentIds) => this.certificates.standingOf(enrolmentIds));
  }

  /** Newest number first, within the scope of the actor's roles. */
  async list(actor: Actor, { page, size, search, ...filter }: RegisterQuery): Promise<Page<CertificateItem>> {
    const words = searchWords(foldVietnamese(search));
    const { rows, total } = await this.certificates.page({ ...filter, scope: registerScope(actor), words, number: search.trim().toUpperCase() }, page, size);
    return { items: await this.present(actor, rows), total, page, size };
  }

  /** @throws AppError platform.not_found */
  async get(actor: Actor, id: number): Promise<CertificateDetail> {
    const { row, held } = await this.visible(actor, id);
    return presentDetail(row, paperIn(row.content), held);
  }

  /**
   * The stored paper; of a revoked one a copy that says so across it, for the officer's archive.
   * @throws AppError platform.not_found, certification.not_issued, paper_withdrawn
   */
  async pdf(actor: Actor, id: number): Promise<Download> {
    const { row, held } = await this.visible(actor, id);
    if (row.fileId === null) throw new AppError(errors.not_issued);
    if (!canDo(held, { state: row.state, hasPaper: true }).download) throw new AppError(errors.paper_withdrawn, { decision: row.revocationDecision ?? '' });
    const file = await this.files.get(row.fileId);
    return new Download(file.name, file.mediaType, row.revokedAt ? Readable.from([await revokedCopy(row, row.revokedAt)]) : file.open(), true);
  }

  /** Newest first; none for an account without a person. */
  async ofPerson(actor: Actor): Promise<CertificateItem[]> {
    return actor.personId === null ? [] : this.present(actor, await this.certificates.ofPerson(actor.personId));
  }

  private async present(actor: Actor, rows: readonly CertificateRow[]): Promise<CertificateItem[]> {
    const held = await this.access.rolesInMany(actor, rows.map(({ classId }) => classId));
    return rows.map((row) => presentCertificate(row, held.get(row.classId) ?? []));
  }

  private async visible(actor: Actor, id: number): Promise<{ row: WholeCertificateRow; held: Role[] }> {
    const row = await this.certificates.find(id);
    if (!row) throw new AppError(platformErrors.not_found);
    const held = await this.access.roles(actor, row.classId);
    const follows = await this.certificates.isFollowed(row.personId, row.unitId, followedUnits(actor), this.clock.today());
    if (!maySee(actor, { personId: row.personId, held, follows })) throw new AppError(platformErrors.not_found);
    return { row, held };
  }
}

const revokedCopy = ({ content, revocationDecision }: CertificateRow, at: Date): Promise<Uint8Array> =>
  renderCertificate(drawable(paperIn(content)), { decision: revocationDecision ?? '', day: dayOf(at) });

import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RegradeWork } from '@halong/assessment/contract';
import { Documents, DocumentUses } from '@halong/materials/server';
import type { LinkPurpose } from '@halong/materials/contract';
import { AppError, platformErrors, type Actor } from '@halong/platform/contract';
import { ClassAccess } from '../class-access/class-access.service.ts';
import { blindDocument, blindName } from '../marking/blind-documents.ts';
import { SubmissionRepository } from '../submission/submission.repository.ts';
import { RegradeRepository } from './regrade.repository.ts';
import type { GivenFile } from './regrade.rows.ts';

/** The work behind a request, for whoever marks it again and only while that is asked: by the code of the request and without its writer. */
@Injectable()
export class RegradeWorks implements OnModuleInit {
  constructor(
    private readonly regrades: RegradeRepository,
    private readonly submissions: SubmissionRepository,
    private readonly access: ClassAccess,
    private readonly documents: Documents,
    private readonly uses: DocumentUses,
  ) {}

  onModuleInit(): void {
    this.uses.register({
      name: 'regrade',
      mayOpen: async (actor, id, purpose) => (await this.fileOf(actor, id, purpose)) !== undefined,
      shownAs: async (actor, id) => {
        const file = await this.fileOf(actor, id, 'preview');
        return file ? blindName(file.code, file.position, file.name) : null;
      },
    });
  }

  /** @throws AppError platform.not_found when it is not the actor's to mark now */
  async of(actor: Actor, id: number): Promise<RegradeWork> {
    const row = await this.regrades.one(id);
    const given = row?.state === 'REMARKING' && (await this.regrades.marks([id])).some(({ personId }) => personId === actor.personId);
    if (!row || !given) throw new AppError(platformErrors.not_found);
    await this.access.require(actor, row.classId, 'LECTURER');
    const works = await this.regrades.works(row.enrolmentId, row.component);
    const files = await this.submissions.files(works.map((work) => work.id));
    const views = await this.documents.view(files.map(({ documentId }) => documentId));
    return {
      works: works.map(({ dueAt, ...work }) => {
        const own = files.filter(({ submissionId }) => submissionId === work.id).flatMap(({ documentId }) => views.get(documentId) ?? []);
        return { ...work, documents: own.map((view, at) => blindDocument(view, row.code, at, dueAt)) };
      }),
    };
  }

  /** Files are looked at and not taken: they carry their author's name inside. */
  private async fileOf(actor: Actor, documentId: number, purpose: LinkPurpose): Promise<GivenFile | undefined> {
    if (purpose === 'download' || actor.personId === null) return undefined;
    for (const file of await this.regrades.givenFiles(actor.personId, documentId)) if ((await this.access.roles(actor, file.classId)).includes('LECTURER')) return file;
    return undefined;
  }
}

import { Injectable } from '@nestjs/common';
import type { MarkingView, ScriptItem, ScriptView } from '@halong/assessment/contract';
import type { DocumentView } from '@halong/materials/contract';
import { Documents } from '@halong/materials/server';
import { AppError, dayOf, platformErrors, type Actor } from '@halong/platform/contract';
import { Clock } from '@halong/platform/server';
import { RubricRepository } from '../rubric/rubric.repository.ts';
import { SubmissionRepository } from '../submission/submission.repository.ts';
import { ScriptLikeness } from './script-likeness.service.ts';
import { MarkingDoor, type MarkedAssignment } from './marking-door.ts';
import { markerNoOf, mayChange } from './marking.policy.ts';
import { emptyMarking, presentHead, presentMarking, presentScriptItem } from './marking.presenter.ts';
import { MarkingRepository } from './marking.repository.ts';
import type { Marking, Script } from './marking.rows.ts';
import { othersVisible } from './outcome.rules.ts';
import { blindDocument } from './blind-documents.ts';
import { nextWaiting, overdueDays } from './queue.rules.ts';

interface Mine {
  script: Script;
  sheets: Marking[];
  markerNo: number;
}

/** The work as its markers see it: by code, and where marking is blind by nothing else. */
@Injectable()
export class Scripts {
  constructor(
    private readonly door: MarkingDoor,
    private readonly repository: MarkingRepository,
    private readonly rubrics: RubricRepository,
    private readonly submissions: SubmissionRepository,
    private readonly likeness: ScriptLikeness,
    private readonly documents: Documents,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError platform.not_found */
  async list(actor: Actor, assignmentId: number) {
    const assignment = await this.door.require(actor, assignmentId, 'LECTURER');
    const items = await this.items(actor, assignment);
    return { assignment: await this.head(assignment), items, nextWaiting: nextWaiting(items, null) };
  }

  /** @throws AppError platform.not_found when there is no such script or it is not the actor's to mark */
  async get(actor: Actor, assignmentId: number, code: string): Promise<ScriptView> {
    const assignment = await this.door.require(actor, assignmentId, 'LECTURER');
    const { script, sheets, markerNo } = await this.mine(actor, assignment, code);
    const items = await this.items(actor, assignment);
    const at = items.findIndex((item) => item.code === code);
    const seen = othersVisible(sheets, assignment.row.markers);
    const mine = sheets.find((sheet) => sheet.markerNo === markerNo);
    const edit = mayChange(script.state, mine?.state ?? 'TO_DO', seen, assignment.row);
    const others = seen ? sheets.filter((sheet) => sheet.markerNo !== markerNo && sheet.state === 'MARKED') : [];
    const head = await this.head(assignment);
    return {
      assignment: { ...head, brief: assignment.row.brief, scale: assignment.terms.scale, step: assignment.terms.step },
      code, names: items[at]?.names ?? null, text: script.text,
      documents: await this.documentsOf(assignment, script),
      rubric: await this.rubricOf(mine?.rubricVersionId ?? assignment.row.rubricVersionId),
      mine: await this.sheet(assignment, script, markerNo, mine),
      others: await Promise.all(others.map((sheet) => this.sheet(assignment, script, sheet.markerNo, sheet))),
      similar: await this.likeness.of(script),
      progress: { done: items.filter(({ state }) => state === 'MARKED').length, total: items.length },
      overdueDays: overdueDays(head.markBy, dayOf(this.clock.millis())),
      previous: items[at - 1]?.code ?? null, next: items[at + 1]?.code ?? null, nextWaiting: nextWaiting(items, code),
      can: { edit, finish: edit && mine?.state !== 'MARKED' },
    };
  }

  /** The script that waits for this person after that one. */
  async nextAfter(actor: Actor, assignment: MarkedAssignment, code: string): Promise<string | null> {
    return nextWaiting(await this.items(actor, assignment), code);
  }

  private async mine(actor: Actor, { row }: MarkedAssignment, code: string) {
    const script = await this.repository.script(row.id, code);
    const sheets = script ? await this.repository.ofScript(script.id) : [];
    const markerNo = markerNoOf(sheets, actor.personId, row);
    if (!script || markerNo === null) throw new AppError(platformErrors.not_found);
    return { script, sheets, markerNo };
  }

  /** One marker's sheet as it stands. */
  async sheet({ row, terms }: MarkedAssignment, script: Script, markerNo: number, given?: Marking): Promise<MarkingView> {
    const marking = given ?? (await this.repository.ofScript(script.id)).find((sheet) => sheet.markerNo === markerNo);
    if (!marking) return emptyMarking(markerNo);
    const rubric = await this.rubricOf(marking.rubricVersionId ?? row.rubricVersionId);
    const files = await this.repository.files([marking.id]);
    const views = await this.documents.view(files.map(({ documentId }) => documentId));
    return presentMarking(marking, rubric, [...views.values()], terms, !row.blind);
  }

  private async rubricOf(versionId: number | null) {
    const found = versionId === null ? undefined : await this.rubrics.version(versionId);
    return found && versionId !== null ? { ...found.content, title: found.title, versionId } : null;
  }

  private async head({ row, class: ofClass }: MarkedAssignment) {
    return presentHead(row, ofClass, await this.repository.markBy(row.id));
  }

  /** The scripts that are this person's to mark, by code. */
  private async items(actor: Actor, { row }: MarkedAssignment): Promise<ScriptItem[]> {
    const [scripts, markings] = await Promise.all([this.repository.scripts(row.id), this.repository.ofAssignment(row.id)]);
    const mine = scripts.flatMap((script): Mine[] => {
      const sheets = markings.filter(({ submissionId }) => submissionId === script.id);
      const markerNo = markerNoOf(sheets, actor.personId, row);
      return markerNo === null ? [] : [{ script, sheets, markerNo }];
    });
    const members = row.blind ? [] : await this.submissions.members(mine.map(({ script }) => script.id));
    return mine.map(({ script, sheets, markerNo }) => {
      const sheet = sheets.find((one) => one.markerNo === markerNo);
      const names = row.blind ? null : members.filter(({ submissionId }) => submissionId === script.id).map(({ fullName }) => fullName);
      return presentScriptItem(script, sheet, names, !mayChange(script.state, sheet?.state ?? 'TO_DO', othersVisible(sheets, row.markers), row));
    });
  }

  private async documentsOf({ row }: MarkedAssignment, script: Script): Promise<DocumentView[]> {
    const ids = (await this.submissions.files([script.id])).map(({ documentId }) => documentId);
    const views = await this.documents.view(ids);
    const found = ids.flatMap((id) => views.get(id) ?? []);
    return row.blind ? found.map((view, at) => blindDocument(view, script.code, at, row.dueAt)) : found;
  }
}

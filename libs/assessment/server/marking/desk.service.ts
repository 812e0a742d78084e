import { Injectable } from '@nestjs/common';
import type { AssignmentKind, MarkingDesk } from '@halong/assessment/contract';
import { dayOf, scopeIds, type Actor } from '@halong/platform/contract';
import { Clock, Database } from '@halong/platform/server';
import { presentHead } from './marking.presenter.ts';
import { overdueDays } from './queue.rules.ts';

interface DeskRow {
  id: number;
  kind: AssignmentKind;
  title: string;
  blind: number;
  markers: number;
  dueAt: Date;
  markBy: string | null;
  classId: number;
  code: string;
  nameVi: string;
  nameEn: string;
  teaches: number;
  looksAfter: number;
}

interface CountRow {
  assignmentId: number;
  total: number;
  done: number;
}

const shownAtMost = 100;

/** What waits to be marked by one person, over all classes. Four statements, whatever the number of classes and scripts. */
@Injectable()
export class MarkingDesks {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor): Promise<MarkingDesk> {
    const rows = await this.assignments(actor);
    const ids = rows.map(({ id }) => id);
    const [allotted, open, all] = ids.length === 0 ? [[], [], []] : await Promise.all([this.allotted(ids, actor.personId), this.unnamed(ids), this.all(ids)]);
    const today = dayOf(this.clock.millis());
    const items = rows.flatMap((row) => {
      const here = ({ assignmentId }: CountRow) => assignmentId === row.id;
      const mine = allotted.find(here) ?? (Number(row.teaches) === 1 && row.markers === 1 ? open.find(here) : undefined);
      const counted = mine ?? (Number(row.looksAfter) === 1 ? all.find(here) : undefined);
      if (!counted) return [];
      const progress = { done: Number(counted.done), total: Number(counted.total) };
      return [{
        ...presentHead({ ...row, blind: row.blind === 1 }, { ...row, id: row.classId }, row.markBy), progress, waiting: mine ? progress.total - progress.done : 0,
        overdueDays: progress.done < progress.total ? overdueDays(row.markBy, today) : 0, canCoordinate: Number(row.looksAfter) === 1,
      }];
    });
    return { items, waiting: items.reduce((sum, { waiting }) => sum + waiting, 0) };
  }

  /** Of the classes that this person teaches or looks after, and wherever a script was given to them; by deadline. */
  private assignments(actor: Actor): Promise<DeskRow[]> {
    const personId = actor.personId ?? 0;
    const teaching = [0, ...scopeIds(actor, 'CLASS', 'LECTURER')];
    const caring = [0, ...scopeIds(actor, 'CLASS', 'CLASS_COORDINATOR')];
    return this.db.rows(
      `SELECT * FROM (SELECT a.id, a.kind, a.title, a.blind, a.markers, a.due_at AS dueAt, p.mark_by AS markBy, c.id AS classId, c.code, c.name_vi AS nameVi, c.name_en AS nameEn,
         (c.id IN (?) OR EXISTS (SELECT 1 FROM classes_session s JOIN classes_session_lecturer sl ON sl.session_id = s.id JOIN classes_lecturer l ON l.id = sl.lecturer_id
           WHERE s.class_id = c.id AND s.state <> 'CANCELLED' AND l.person_id = ?)) AS teaches,
         (c.id IN (?) OR EXISTS (SELECT 1 FROM classes_staff f WHERE f.class_id = c.id AND f.person_id = ?)) AS looksAfter,
         EXISTS (SELECT 1 FROM assessment_marking m JOIN assessment_submission x ON x.id = m.submission_id WHERE x.assignment_id = a.id AND m.person_id = ?) AS named
       FROM assessment_assignment a JOIN classes_class c ON c.id = a.class_id LEFT JOIN assessment_marking_plan p ON p.assignment_id = a.id
       WHERE a.state = 'PUBLISHED' AND c.state IN ('RUNNING', 'EXAM', 'GRADING')) AS one
       WHERE teaches OR looksAfter OR named ORDER BY COALESCE(markBy, DATE(dueAt)), dueAt, id LIMIT ?`,
      [teaching, personId, caring, personId, personId, shownAtMost],
    );
  }

  private allotted(ids: readonly number[], personId: number | null): Promise<CountRow[]> {
    return this.db.rows(
      `SELECT s.assignment_id AS assignmentId, COUNT(*) AS total, CAST(SUM(m.state = 'MARKED') AS SIGNED) AS done FROM assessment_marking m
       JOIN assessment_submission s ON s.id = m.submission_id AND s.is_current = 1 WHERE m.person_id = ? AND s.assignment_id IN (?) GROUP BY s.assignment_id`,
      [personId ?? 0, [...ids]],
    );
  }

  /** Scripts without a marker in particular. */
  private unnamed(ids: readonly number[]): Promise<CountRow[]> {
    return this.db.rows(
      `SELECT s.assignment_id AS assignmentId, COUNT(*) AS total, CAST(SUM(COALESCE(m.state = 'MARKED', 0)) AS SIGNED) AS done FROM assessment_submission s
       LEFT JOIN assessment_marking m ON m.submission_id = s.id WHERE s.assignment_id IN (?) AND s.is_current = 1 AND m.person_id IS NULL GROUP BY s.assignment_id`,
      [[...ids]],
    );
  }

  private all(ids: readonly number[]): Promise<CountRow[]> {
    return this.db.rows(
      `SELECT s.assignment_id AS assignmentId, COUNT(*) AS total, CAST(SUM(s.state NOT IN ('SUBMITTED', 'LATE', 'MARKING')) AS SIGNED) AS done FROM assessment_submission s
       WHERE s.assignment_id IN (?) AND s.is_current = 1 GROUP BY s.assignment_id`,
      [[...ids]],
    );
  }
}

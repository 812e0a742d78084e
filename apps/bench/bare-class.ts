import type { FastifyInstance } from 'fastify';
import type { Pool, RowDataPacket } from 'mysql2/promise';
import { gradeOf, type GradingPlan, type Mark } from '@halong/assessment/contract';

/** Who asks: the number of the person. */
type Ask = (cookie: string | undefined) => Promise<{ personId: number } | undefined>;

const markOf = (cell: RowDataPacket | undefined): Mark => (cell?.['kind'] === 'SCORE' ? { kind: 'SCORE', value: Number(cell['score']) } : { kind: 'BLANK' });

/** The pages of a class by hand: one statement for each kind of row, the same rows and rule of grading, an answer of the same fields. */
export function classPages(app: FastifyInstance, pool: Pool, sessionOf: Ask): void {
  const rows = async (sql: string, values: (string | number | Date | null)[]) => (await pool.execute<RowDataPacket[]>(sql, values))[0];

  app.get<{ Params: { id: string } }>('/content/:id', async (request, reply) => {
    const session = await sessionOf(request.headers.cookie);
    const classId = Number(request.params.id);
    const [enrolment] = session ? await rows("SELECT id, class_id FROM enrolment_enrolment WHERE class_id = ? AND person_id = ? AND state IN ('ADMITTED', 'ACTIVE', 'EXAM_BARRED')", [classId, session.personId]) : [];
    if (!enrolment) return reply.code(404).send();
    const now = new Date();
    const [items, progress, visits, topics, sessions] = await Promise.all([
      rows(
        `SELECT i.*, f.starts_at AS fromStarts, u.ends_at AS untilEnds, v.id AS versionId, v.document_id, v.url, v.changes, v.given_at, d.name, d.kind AS documentKind, d.media_type, d.bytes, d.sha256, d.classification, d.pages, d.duration_ms, d.alt_text, d.created_at AS sentAt
         FROM materials_item i LEFT JOIN materials_item_version v ON v.item_id = i.id AND v.no = i.given_no LEFT JOIN materials_document d ON d.id = v.document_id
         LEFT JOIN classes_session f ON f.class_id = i.class_id AND f.session_no = i.from_session_no LEFT JOIN classes_session u ON u.class_id = i.class_id AND u.session_no = i.until_session_no
         WHERE i.class_id = ? AND i.removed_at IS NULL ORDER BY i.position, i.id`, [classId],
      ),
      rows('SELECT item_id, version_id, percent, place, done_at FROM materials_progress WHERE enrolment_id = ? ORDER BY version_id', [enrolment['id'] as number]),
      rows('SELECT before_at FROM materials_visit WHERE enrolment_id = ?', [enrolment['id'] as number]),
      rows('SELECT t.* FROM classes_class c JOIN catalogue_programme_unit t ON t.version_id = c.programme_version_id WHERE c.id = ? ORDER BY t.position, t.id', [classId]),
      rows('SELECT id, session_no, starts_at, ends_at, topic, state, programme_unit_id FROM classes_session WHERE class_id = ? ORDER BY starts_at, id', [classId]),
    ]);
    const seen = new Map(progress.map((one) => [one['item_id'] as number, one]));
    const before = (visits[0]?.['before_at'] ?? null) as Date | null;
    const shown = items.filter((one) => one['given_no'] !== null && (one['visible_from'] === null || one['visible_from'] <= now) && (one['fromStarts'] === null || one['fromStarts'] <= now)).map((one) => {
      const own = seen.get(one['id'] as number);
      return {
        id: one['id'] as number, classId, topicKey: one['topic_id'] === null ? null : String(one['topic_id']), kind: one['kind'] as string, title: one['title'] as string,
        mandatory: one['mandatory'] === 1, downloadable: one['downloadable'] === 1, shared: false, sessionNo: one['session_no'] as number | null,
        window: { from: one['visible_from'] as Date | null, fromSession: one['from_session_no'] as number | null, until: one['visible_until'] as Date | null, untilSession: one['until_session_no'] as number | null },
        shown: { state: 'SHOWN', from: one['visible_from'] as Date | null, until: one['visible_until'] as Date | null }, versionNo: one['given_no'] as number, changes: one['changes'] as string | null, givenAt: one['given_at'] as Date | null,
        document: one['document_id'] === null ? null : {
          id: one['document_id'] as number, name: one['name'] as string, kind: one['documentKind'] as string, mediaType: one['media_type'] as string, bytes: one['bytes'] as number, sha256: one['sha256'] as string,
          classification: one['classification'] as string, pages: one['pages'] as number | null, durationMs: one['duration_ms'] as number | null, altText: one['alt_text'] as string | null, createdAt: one['sentAt'] as Date, can: { download: one['downloadable'] === 1, remove: false },
        },
        url: one['url'] as string | null, refId: one['ref_id'] as number | null, progress: own ? { state: own['done_at'] ? 'DONE' : 'STARTED', percent: own['percent'] as number, place: own['place'] as number } : { state: 'UNOPENED', percent: 0, place: 0 },
        isNew: !own && before !== null && (one['given_at'] as Date) > before, version: one['version'] as number, can: { edit: false, download: one['downloadable'] === 1, seeReaders: false },
      };
    });
    const needed = items.filter((one) => one['mandatory'] === 1);
    return {
      classId, loose: shown.filter(({ topicKey }) => topicKey === null),
      topics: topics.map((one) => ({
        key: String(one['id']), titleVi: one['title_vi'] as string, titleEn: one['title_en'] as string, kind: one['kind'] as string, depth: 0, periods: one['periods'] as number,
        sessions: sessions.filter((other) => other['programme_unit_id'] === one['id']).map((other) => other['session_no'] as number), items: shown.filter(({ topicKey }) => topicKey === String(one['id'])),
      })),
      sessions: sessions.map((one) => ({ id: one['id'] as number, no: one['session_no'] as number, startsAt: one['starts_at'] as Date, endsAt: one['ends_at'] as Date, title: one['topic'] as string, state: one['state'] as string })),
      mandatory: { needed: needed.length, done: needed.filter((one) => seen.get(one['id'] as number)?.['done_at']).length }, newSince: before, can: { edit: false, downloadAll: true },
    };
  });

  app.get<{ Params: { id: string } }>('/grades/:id', async (request, reply) => {
    if (!(await sessionOf(request.headers.cookie))) return reply.code(401).send();
    const classId = Number(request.params.id);
    const [[found], trainees, cells, absent, overrides] = await Promise.all([
      rows('SELECT c.id, c.code, c.name_vi, c.name_en, c.state AS classState, c.rules, s.state, s.components, s.categories, s.version FROM classes_class c JOIN assessment_grade_sheet s ON s.class_id = c.id WHERE c.id = ?', [classId]),
      rows("SELECT id, person_id, full_name, unit_name, state FROM enrolment_enrolment WHERE class_id = ? AND state NOT IN ('WITHDRAWN', 'CANCELLED') ORDER BY sort_name, full_name, id", [classId]),
      rows('SELECT g.enrolment_id, g.component, g.kind, g.score, g.version, g.resits FROM assessment_grade g JOIN enrolment_enrolment e ON e.id = g.enrolment_id WHERE e.class_id = ?', [classId]),
      rows('SELECT r.enrolment_id, r.periods_credited, r.periods_total FROM attendance_record r JOIN classes_session s ON s.id = r.session_id WHERE s.class_id = ?', [classId]),
      rows('SELECT enrolment_id, average, reason FROM assessment_result_override WHERE class_id = ?', [classId]),
    ]);
    const components = found?.['components'] as GradingPlan['components'];
    const rules = found?.['rules'] as GradingPlan['rules'];
    const plan: GradingPlan = { components, categories: [], rules };
    const own = new Map<number, Map<string, RowDataPacket>>();
    for (const cell of cells) {
      const marks = own.get(cell['enrolment_id'] as number) ?? new Map<string, RowDataPacket>();
      own.set(cell['enrolment_id'] as number, marks.set(cell['component'] as string, cell));
    }
    const missed = new Map<number, number>();
    for (const one of absent) missed.set(one['enrolment_id'] as number, (missed.get(one['enrolment_id'] as number) ?? 0) + (one['periods_total'] as number) - (one['periods_credited'] as number));
    const byHand = new Map(overrides.map((one) => [one['enrolment_id'] as number, one]));
    return {
      class: { id: classId, code: found?.['code'] as string, nameVi: found?.['name_vi'] as string, nameEn: found?.['name_en'] as string, state: found?.['classState'] as string }, state: found?.['state'] as string, version: found?.['version'] as number,
      scale: rules.scale, step: rules.gradeStep, components, rules: { passRatio: rules.passRatio, scale: rules.scale, gradeStep: rules.gradeStep, gradeBands: rules.gradeBands },
      rows: trainees.map((one) => {
        const marks = own.get(one['id'] as number) ?? new Map<string, RowDataPacket>();
        const facts = { barred: (missed.get(one['id'] as number) ?? 0) > 0, hasResit: false, override: null };
        const { average, band, result } = gradeOf(plan, new Map([...marks].map(([key, cell]) => [key, markOf(cell)])), facts);
        return {
          enrolmentId: one['id'] as number, personId: one['person_id'] as number, fullName: one['full_name'] as string, unitName: one['unit_name'] as string, enrolmentState: one['state'] as string,
          marks: components.map(({ key }) => {
            const cell = marks.get(key);
            return { component: key, mark: markOf(cell), version: (cell?.['version'] ?? 0) as number, resits: (cell?.['resits'] ?? 0) as number };
          }),
          average, band: band && { code: band.code, nameVi: band.nameVi, nameEn: band.nameEn }, result, override: byHand.get(one['id'] as number) ?? null,
        };
      }),
      can: { edit: true },
    };
  });
}

import { foldVietnamese, givenNameKey, instantOf } from '@halong/platform/contract';
import type { Database } from '@halong/platform/server';

export interface ProvinceRows {
  provinceId: number;
  institutionId: number;
  communeId: number;
}

export interface ClassRowsOptions {
  province: ProvinceRows;
  /** Unique within the test; the class is called `<code> K01/<year>`. */
  code: string;
  /** The frozen rules, as the class keeps them. */
  rules: unknown;
  year?: number;
  state?: string;
  credential?: string;
  components?: readonly { key: string; nameVi: string; nameEn: string; weight: number; required: boolean }[];
  /** Days (yyyy-MM-dd) with a morning of four periods each. */
  days?: readonly string[];
  /** So many of the days are over, with their attendance locked: else the worker judges them when it likes, and from no evidence. */
  over?: number;
  programmePeriods?: number;
  /** Full names of the trainees; people of the commune. */
  trainees?: readonly string[];
}

export interface ClassRows {
  classId: number;
  sessionIds: number[];
  trainees: { enrolmentId: number; personId: number; fullName: string }[];
}

const bells = [['07:30', '08:15'], ['08:15', '09:00'], ['09:15', '10:00'], ['10:00', '10:45']] as const;

async function unit(db: Database, code: string, name: string, type: string, above: readonly number[]): Promise<number> {
  const id = await db.insert('organisation_unit', { code, name_vi: name, name_en: name, type, parent_id: above[0] ?? null, search_key: foldVietnamese(name) });
  await db.insertMany('organisation_unit_ancestor', [id, ...above].map((ancestor, depth) => ({ unit_id: id, ancestor_id: ancestor, depth })));
  return id;
}

/** A province with a training institution and a commune, as rows. */
export async function provinceRows(db: Database): Promise<ProvinceRows> {
  const provinceId = await unit(db, 'QN', 'Tỉnh Quảng Ninh', 'PROVINCE', []);
  const institutionId = await unit(db, 'QN-NVC', 'Trường Đào tạo cán bộ Nguyễn Văn Cừ', 'SCHOOL', [provinceId]);
  const communeId = await unit(db, 'QN-HL', 'UBND phường Hạ Long', 'WARD', [provinceId]);
  return { provinceId, institutionId, communeId };
}

/** A person employed in the unit since ever, or since a day. */
export async function personRow(db: Database, fullName: string, unitId: number, since: string | null = null): Promise<number> {
  const id = await db.insert('organisation_person', { full_name: fullName, sort_name: givenNameKey(fullName), search_key: foldVietnamese(fullName), birth_year: 1989, birth_date: '1989-05-04', gender: 'F' });
  await db.insert('organisation_employment', { person_id: id, unit_id: unitId, unit_text: 'UBND phường Hạ Long', position: 'Công chức', valid_from: since });
  return id;
}

/** A class with its programme, sessions and trainees, written as rows: for domains that begin where others have ended. */
export async function classRows(db: Database, options: ClassRowsOptions): Promise<ClassRows> {
  const { province, code, rules, year = 2026, state = 'RUNNING', credential = 'CERTIFICATE', components = [], days = [], over = 0, trainees = [] } = options;
  const name = `Bồi dưỡng ${code}`;
  const programme = await db.insert('catalogue_programme', { code, name_vi: name, name_en: `Course ${code}`, search_key: foldVietnamese(name), category: 'QLNN', authority: 'STATE' });
  const version = await db.insert('catalogue_programme_version', {
    programme_id: programme, version: 1, periods: options.programmePeriods ?? days.length * bells.length, delivery_mode: 'HYBRID', assessment_text: '', credential, class_size: 50,
    target_group_text: '', components: JSON.stringify(components), valid_from: '2026-01-01',
  });
  const classId = await db.insert('classes_class', {
    code: `${code} K01/${year}`, programme_version_id: version, intake_no: 1, year, name_vi: name, name_en: `Course ${code}`, search_key: foldVietnamese(name),
    institution_id: province.institutionId, capacity: 500, state, opening_date: days[0] ?? `${year}-01-05`, closing_date: days.at(-1) ?? `${year}-01-09`, rules: JSON.stringify(rules),
  });
  const sessionIds: number[] = [];
  for (const [at, day] of days.entries()) sessionIds.push(await sessionRow(db, classId, at + 1, day, at < over ? 'ATTENDANCE_LOCKED' : 'SCHEDULED'));
  const rows: ClassRows['trainees'] = [];
  for (const fullName of trainees) {
    const personId = await personRow(db, fullName, province.communeId);
    rows.push({ enrolmentId: await enrolmentRow(db, classId, personId, fullName, province.communeId), personId, fullName });
  }
  return { classId, sessionIds, trainees: rows };
}

async function sessionRow(db: Database, classId: number, sessionNo: number, day: string, state: string): Promise<number> {
  const id = await db.insert('classes_session', {
    class_id: classId, session_no: sessionNo, day, starts_at: instantOf(day, bells[0][0]), ends_at: instantOf(day, bells[3][1]), mode: 'ROOM', topic: `Chuyên đề ${sessionNo}`, state,
  });
  await db.insertMany('classes_session_period', bells.map(([from, to], at) => ({ session_id: id, period_no: at + 1, starts_at: instantOf(day, from), ends_at: instantOf(day, to) })));
  return id;
}

/** Somebody in a class, active, sent by the unit. */
export function enrolmentRow(db: Database, classId: number, personId: number, fullName: string, unitId: number, state = 'ACTIVE'): Promise<number> {
  return db.insert('enrolment_enrolment', {
    class_id: classId, person_id: personId, state, full_name: fullName, sort_name: givenNameKey(fullName), search_key: foldVietnamese(fullName), unit_id: unitId, unit_name: 'UBND phường Hạ Long', position: 'Công chức',
  });
}

/** What attendance has judged of one person in one session of four periods. */
export async function attendanceRow(db: Database, sessionId: number, enrolmentId: number, credited: number, status = credited > 0 ? 'PRESENT' : 'UNEXCUSED'): Promise<void> {
  await db.run('DELETE FROM attendance_record WHERE session_id = ? AND enrolment_id = ?', [sessionId, enrolmentId]);
  await db.insert('attendance_record', { session_id: sessionId, enrolment_id: enrolmentId, status, way: 'ROOM', periods_credited: credited, periods_total: bells.length, minutes: credited * 45, judgement: '{}' });
}

/** A file that an account has uploaded; only its row. */
export function fileRow(db: Database, accountId: number): Promise<number> {
  return db.insert('platform_file', { storage_key: `${accountId}-${Math.random().toString(36).slice(2, 12)}`.padEnd(32, '0').slice(0, 32), name: 'quyet-dinh.pdf', media_type: 'application/pdf', bytes: 1, sha256: '0'.repeat(64), uploaded_by: accountId });
}

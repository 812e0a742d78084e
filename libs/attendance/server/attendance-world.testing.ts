import { Module } from '@nestjs/common';
import { catalogue } from '@halong/catalogue/server';
import { classes } from '@halong/classes/server';
import { enrolment } from '@halong/enrolment/server';
import { notifications } from '@halong/notifications/server';
import { organisation } from '@halong/organisation/server';
import { foldVietnamese, givenNameKey, instantOf, type Actor } from '@halong/platform/contract';
import { AUTHENTICATOR, type Database, type Domain } from '@halong/platform/server';
import { defaultRuleSets, type RuleSet } from '@halong/regulations/contract';
import { regulations } from '@halong/regulations/server';
import { anActor, type TestInstallation } from '@halong/testing/server';
import { attendance } from './index.ts';

/** Cookie → person, for tests over HTTP and sockets. */
export const signedIn = new Map<string, Actor>();

@Module({ providers: [{ provide: AUTHENTICATOR, useValue: { actorOf: async (cookie: string | undefined) => signedIn.get(cookie ?? '') } }], exports: [AUTHENTICATOR] })
class SignedInModule {}
const signedInDomain: Domain = { name: 'signed-in', module: SignedInModule, entities: [], migrations: [], routes: {} };

export const worldDomains: Domain[] = [organisation, regulations, catalogue, notifications, classes, enrolment, attendance, signedInDomain];

/** A Sunday morning of the province. */
export const day = '2026-11-22';
export const at = (time: string, on = day): Date => instantOf(on, time);
const bells = [['07:30', '08:15'], ['08:15', '09:00'], ['09:15', '10:00'], ['10:00', '10:45']] as const;

export interface World {
  classId: number;
  institutionId: number;
  lecturer: Actor;
  coordinator: Actor;
  trainees: { enrolmentId: number; actor: Actor; fullName: string }[];
  /** Another session of the class; four periods by the bells, BOTH unless said otherwise. */
  session(more?: { mode?: string; day?: string; state?: string; unitId?: number | null }): Promise<number>;
  /** A trainee of another class. */
  stranger: Actor;
}

const names = ['Nguyễn Thị Hoài Thu', 'Vũ Đình Bách', 'Đặng Thùy Dương', 'Đinh Văn Lộc', 'Bùi Thị Lan Anh', 'Phạm Văn Khải'];

async function aPerson(db: Database, fullName: string): Promise<number> {
  return db.insert('organisation_person', { full_name: fullName, sort_name: givenNameKey(fullName), search_key: foldVietnamese(fullName) });
}

async function aClass(db: Database, code: string, rules: RuleSet): Promise<{ classId: number; institutionId: number }> {
  const institutionId = await db.insert('organisation_unit', { code: `TC-${code}`, name_vi: 'Trường Chính trị', name_en: 'Political school', type: 'SCHOOL', search_key: 'truong chinh tri' });
  await db.insert('organisation_unit_ancestor', { unit_id: institutionId, ancestor_id: institutionId, depth: 0 });
  const programme = await db.insert('catalogue_programme', { code, name_vi: 'Chuyển đổi số cấp xã', name_en: 'Digital communes', search_key: 'chuyen doi so cap xa', category: 'KHCN-SO', authority: 'PROVINCE' });
  const version = await db.insert('catalogue_programme_version', {
    programme_id: programme, version: 1, periods: 24, delivery_mode: 'BLENDED', assessment_text: 'Bài thu hoạch', credential: 'CERTIFICATE', class_size: 50, target_group_text: 'Công chức cấp xã', components: '[]', valid_from: '2026-01-01',
  });
  const classId = await db.insert('classes_class', {
    code: `${code} K04/2026`, programme_version_id: version, intake_no: 4, year: 2026, name_vi: 'Chuyển đổi số cấp xã', name_en: 'Digital communes', search_key: 'chuyen doi so',
    institution_id: institutionId, capacity: 50, state: 'RUNNING', opening_date: '2026-11-01', rules: JSON.stringify(rules),
  });
  return { classId, institutionId };
}

async function aTrainee(db: Database, classId: number, fullName: string) {
  const personId = await aPerson(db, fullName);
  const enrolmentId = await db.insert('enrolment_enrolment', {
    class_id: classId, person_id: personId, state: 'ACTIVE', full_name: fullName, sort_name: givenNameKey(fullName), search_key: foldVietnamese(fullName), unit_name: 'Phường Hạ Long',
  });
  return { enrolmentId, actor: anActor({ personId, displayName: fullName }), fullName };
}

let worlds = 0;

/** A class with six trainees, a lecturer and a coordinator. @param change what its frozen rules have instead of the defaults */
export async function aWorld({ db }: Pick<TestInstallation, 'db'>, change: (rules: RuleSet) => RuleSet = (rules) => rules): Promise<World> {
  worlds += 1;
  const { classId, institutionId } = await aClass(db, `CDS${worlds}`, change(defaultRuleSets['KHCN-SO'].rules));
  const teacher = await aPerson(db, 'Trần Đức Minh');
  const lecturerId = await db.insert('classes_lecturer', { person_id: teacher, institution_id: institutionId, kind: 'INTERNAL', title: 'TS.' });
  const trainees = [];
  for (const name of names) trainees.push(await aTrainee(db, classId, name));
  const other = await aClass(db, `KHAC${worlds}`, defaultRuleSets['KHCN-SO'].rules);
  const stranger = await aTrainee(db, other.classId, 'Nông Văn Tuyên');
  let sessionNo = 0;
  return {
    classId, institutionId, trainees, stranger: stranger.actor,
    lecturer: anActor({ personId: teacher, displayName: 'TS. Trần Đức Minh', grants: [{ role: 'LECTURER', scopeType: 'INSTITUTION', scopeId: institutionId }] }),
    coordinator: anActor({ displayName: 'Lê Thu Hằng', grants: [{ role: 'CLASS_COORDINATOR', scopeType: 'INSTITUTION', scopeId: institutionId }] }),
    async session({ mode = 'BOTH', day: on = day, state = 'SCHEDULED', unitId = null } = {}) {
      sessionNo += 1;
      const id = await db.insert('classes_session', {
        class_id: classId, session_no: sessionNo, day: on, starts_at: at('07:30', on), ends_at: at('10:45', on), mode, topic: 'Tiếp nhận, xử lý hồ sơ', state, programme_unit_id: unitId,
      });
      for (const [i, [from, to]] of bells.entries()) await db.insert('classes_session_period', { session_id: id, period_no: i + 1, starts_at: at(from, on), ends_at: at(to, on) });
      await db.insert('classes_session_lecturer', { session_id: id, lecturer_id: lecturerId });
      return id;
    },
  };
}

import { Readable } from 'node:stream';
import { foldVietnamese, givenNameKey, type Actor, type RoleGrant } from '@halong/platform/contract';
import { catalogue, Programmes } from '@halong/catalogue/server';
import type { ClassDetail } from '@halong/classes/contract';
import { organisation } from '@halong/organisation/server';
import { regulations } from '@halong/regulations/server';
import { anActor, testInstallation, type InstallationOptions, type TestInstallation } from '@halong/testing/server';
import { classes, ClassFactSources, ClassPlanning, ClassTransitions, DecisionFiles, Places } from './index.ts';

/** An installation with two schools, two wards, a programme, and people who work for them. */
export interface Province {
  app: TestInstallation;
  school: number;
  otherSchool: number;
  wards: [number, number];
  programmeVersionId: number;
  manager: Actor;
  coordinator: Actor;
  otherCoordinator: Actor;
  person(name: string, unitId?: number): Promise<number>;
  room(name: string, institutionId?: number): Promise<number>;
  planned(intakeNo: number, institutionId?: number): Promise<ClassDetail>;
  /** Finalises the list and decides with a signed file; answers the class. */
  decided(id: number, date?: string): Promise<ClassDetail>;
}

const grant = (role: RoleGrant['role'], scopeType: RoleGrant['scopeType'], scopeId = 0): RoleGrant => ({ role, scopeType, scopeId });

export const pdf = () => Readable.from([Buffer.from('%PDF-1.7\n%signed')]);

export async function aProvince(options: InstallationOptions = {}): Promise<Province> {
  const app = await testInstallation([organisation, regulations, catalogue, classes], options);
  await app.clock.moveTo(new Date('2026-09-01T01:00:00Z'));
  const school = await unit(app, 'QN-NVC', 'Trường Đào tạo cán bộ Nguyễn Văn Cừ', 'TRAINING_INSTITUTION');
  const otherSchool = await unit(app, 'QN-DHHL', 'Trường Đại học Hạ Long', 'TRAINING_INSTITUTION');
  const wards: [number, number] = [await unit(app, 'QN-HL', 'Phường Hạ Long', 'WARD'), await unit(app, 'QN-UB', 'Phường Uông Bí', 'WARD')];
  const manager = anActor({ grants: [grant('TRAINING_MANAGER', 'GLOBAL')] });
  const coordinator = anActor({ grants: [grant('CLASS_COORDINATOR', 'INSTITUTION', school)] });
  const otherCoordinator = anActor({ grants: [grant('CLASS_COORDINATOR', 'INSTITUTION', otherSchool)] });
  const programmeVersionId = await programme(app, manager);
  const planned = (intakeNo: number, institutionId = school) =>
    app.as(manager, () =>
      app.get(ClassPlanning).create(manager, {
        programmeVersionId, intakeNo, year: 2026, institutionId, organisingUnitId: null, nominationDeadline: null, openingDate: '2026-10-01', closingDate: '2026-12-04',
      }),
    );
  return {
    app, school, otherSchool, wards, programmeVersionId, manager, coordinator, otherCoordinator, planned,
    person: (name, unitId) => person(app, name, unitId),
    room: async (name, institutionId = school) => (await app.as(manager, () => app.get(Places).createRoom(manager, { institutionId, name, capacity: 60 }))).id,
    decided: (id, date = '2026-09-01') => decide(app, manager, id, date),
  };
}

async function unit(app: TestInstallation, code: string, nameVi: string, type: string): Promise<number> {
  const id = await app.db.insert('organisation_unit', { code, name_vi: nameVi, name_en: nameVi, type, search_key: foldVietnamese(nameVi) });
  await app.db.insert('organisation_unit_ancestor', { unit_id: id, ancestor_id: id, depth: 0 });
  return id;
}

async function person(app: TestInstallation, name: string, unitId?: number): Promise<number> {
  const id = await app.db.insert('organisation_person', { full_name: name, sort_name: givenNameKey(name), search_key: foldVietnamese(name) });
  if (unitId !== undefined) await app.db.insert('organisation_employment', { person_id: id, unit_id: unitId, unit_text: '', valid_from: '2025-07-01' });
  return id;
}

async function programme(app: TestInstallation, actor: Actor): Promise<number> {
  const detail = await app.as(actor, () =>
    app.get(Programmes).create(actor, {
      code: 'LD-PX', nameVi: 'Lãnh đạo, quản lý cấp phòng thuộc UBND cấp xã', nameEn: 'Division-level leadership, commune level', category: 'QLNN', authority: 'STATE',
      periods: 160, deliveryMode: 'HYBRID', deliveryNote: null, assessmentText: 'Kiểm tra; tiểu luận', credential: 'CERTIFICATE', classSize: 50, targetGroupText: '', validFrom: '2026-01-01',
    }),
  );
  return detail.versions[0]!.id;
}

async function decide(app: TestInstallation, actor: Actor, id: number, date: string): Promise<ClassDetail> {
  app.get(ClassFactSources).register('finalList', async () => true);
  return app.as(actor, async () => {
    const step = async (to: 'NOMINATING' | 'LIST_FINALISED' | 'DECIDED', decision?: { no: string; date: string; fileId: number }) => {
      const { version } = await app.get(ClassPlanning).get(actor, id);
      await app.get(ClassTransitions).transition(actor, id, { version, to, decision });
    };
    await step('NOMINATING');
    await step('LIST_FINALISED');
    const { fileId } = await app.get(DecisionFiles).put(actor, 'quyet-dinh.pdf', pdf());
    await step('DECIDED', { no: '123/QĐ-TĐT', date, fileId });
    return app.get(ClassPlanning).get(actor, id);
  });
}

/** Runs the work and answers how many statements reached the database. */
export async function statementsOf(app: TestInstallation, work: () => Promise<unknown>): Promise<number> {
  const pool = app.db.pool as unknown as Record<'execute' | 'query', (...args: unknown[]) => unknown>;
  const originals = { execute: pool.execute.bind(pool), query: pool.query.bind(pool) };
  let count = 0;
  for (const name of ['execute', 'query'] as const) {
    pool[name] = (...args) => {
      count += 1;
      return originals[name](...args);
    };
  }
  try {
    await work();
  } finally {
    Object.assign(pool, originals);
  }
  return count;
}

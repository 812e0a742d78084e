import { programmeImportRoutes } from '@halong/catalogue/contract';
import { send } from './browser.ts';
import type { Calls } from './calls.people.ts';
import type { Persona } from './personas.ts';
import type { World } from './world.ts';

const file = Buffer.from(
  'code,name_vi,name_en,category,authority,periods,delivery_mode,assessment,credential,class_size,target_group,active_from\n' +
    'MT-CSV,Kỹ năng điều hành họp,Chairing meetings,QLNN,STATE,24,Kết hợp,Thi,Chứng chỉ,50,Công chức,01/01/2026\n',
);
const facts = {
  periods: 24, deliveryMode: 'HYBRID', assessmentText: 'Thi', credential: 'CERTIFICATE', classSize: 50, targetGroupText: 'Công chức', validFrom: '2027-01-01',
};

/** A programme of its own: its id and that of its only version. */
async function aProgramme(world: World): Promise<{ id: number; versionId: number }> {
  const { versionId } = await world.aClass({ sessions: false });
  const row = await world.db.row<{ id: number }>('SELECT programme_id AS id FROM catalogue_programme_version WHERE id = ?', [versionId]);
  return { id: row?.id ?? 0, versionId };
}

/** A checked file of this person, or of the manager for those who may not check one. */
async function checkedFile(world: World, who: Persona): Promise<number> {
  const by = who === 'admin' ? 'admin' : 'manager';
  const reply = await send(world.app.url, programmeImportRoutes.checkFile, { query: { name: 'programmes.csv' }, file }, world.cookies[by]);
  return (JSON.parse(reply.text) as { fileId: number }).fileId;
}

export const catalogueCalls: Calls = {
  'GET /rule-sets': () => ({}),
  'GET /rule-sets/:id': (world) => ({ params: { id: world.ids['ruleSet'] ?? 0 } }),
  'GET /programmes': () => ({}),
  'GET /programmes/:id': async (world) => ({ params: { id: (await aProgramme(world)).id } }),
  'POST /programmes': (world) => ({ body: { code: `MTX-${world.next()}`, nameVi: 'Kỹ năng điều hành', nameEn: 'Chairing skills', category: 'QLNN', authority: 'STATE', ...facts } }),
  'PATCH /programmes/:id': async (world) => ({
    params: { id: (await aProgramme(world)).id }, body: { version: 1, nameVi: 'Kỹ năng điều hành cuộc họp', nameEn: 'Chairing meetings', category: 'KY-NANG', authority: 'STATE' },
  }),
  'POST /programmes/:id/versions': async (world) => ({ params: { id: (await aProgramme(world)).id }, body: { version: 1, ...facts } }),
  'PUT /programme-versions/:id/target-group': async (world) => ({ params: { id: (await aProgramme(world)).versionId }, body: { version: 1, targetGroup: { unitTypes: ['WARD'], positionPatterns: [] } } }),
  'PUT /programme-versions/:id/components': async (world) => ({
    params: { id: (await aProgramme(world)).versionId },
    body: { version: 1, components: [{ key: 'final', nameVi: 'Bài kiểm tra', nameEn: 'Test', weight: 1, required: true }] },
  }),
  'PUT /programme-versions/:id/topics': async (world) => ({
    params: { id: (await aProgramme(world)).versionId },
    body: { version: 1, topics: [{ parent: null, kind: 'TOPIC', titleVi: 'Chuyên đề 1', titleEn: 'Topic 1', periods: 4 }] },
  }),
  'POST /programmes/import': () => ({ query: { name: 'programmes.csv' }, file }),
  'POST /programmes/import/:id/confirm': async (world, who) => ({ params: { id: await checkedFile(world, who) } }),
};

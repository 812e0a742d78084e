import type { Database } from '@halong/platform/server';
import { isLive, type PlannedClass } from './class-plan.ts';
import { chance } from './seeded.ts';

export interface Official {
  personId: number;
  unitId: number;
  unitCode: string;
}

/** One class's people by the unit that sends them. */
export type Nominees = Map<number, number[]>;

const sending = ['WARD', 'COMMUNE', 'SPECIAL_ZONE', 'DEPARTMENT', 'OFFICE', 'PARTY_BODY', 'AGENCY'];
export const ward = 'QN-P-HALONG';
/** People of the ward, besides its head, for whom nobody has found a class: with the trainee they are those below the yearly periods. */
const withoutClass = 2;

/** Everybody who works below a unit that sends people to classes, once each. */
export async function officials(db: Database): Promise<Official[]> {
  const rows = await db.rows<Official>(
    `SELECT DISTINCT p.id AS personId, u.id AS unitId, u.code AS unitCode FROM organisation_person p
     JOIN organisation_employment e ON e.person_id = p.id AND e.valid_to IS NULL JOIN organisation_unit_ancestor a ON a.unit_id = e.unit_id
     JOIN organisation_unit u ON u.id = a.ancestor_id AND u.type IN (?) AND u.valid_to IS NULL ORDER BY p.id, a.depth, u.id`,
    [sending],
  );
  return [...new Map(rows.toReversed().map((row) => [row.personId, row])).values()].toReversed();
}

interface Load {
  periods: number;
  programmes: Set<string>;
  times: { from: string; to: string }[];
}

/**
 * Who attends which class: nobody two classes at once or one programme twice. Of the ward nearly everybody gets to the
 * yearly periods; other units differ, and some send few. The demo trainee attends two held classes and the live one.
 */
export function assignPeople(classes: readonly PlannedClass[], people: readonly Official[], trainee: number, staff: ReadonlySet<number>): Map<number, Nominees> {
  const loads = new Map<number, Load>(people.map(({ personId }) => [personId, { periods: 0, programmes: new Set(), times: [] }]));
  const free = people.filter(({ personId }) => personId !== trainee && !staff.has(personId));
  const own = free.filter(({ unitCode }) => unitCode === ward).toSorted((a, b) => chance('ward', a.personId) - chance('ward', b.personId)).slice(withoutClass);
  const others = free.filter(({ unitCode }) => unitCode !== ward);
  const units = [...new Set(others.map(({ unitId }) => unitId))].sort((a, b) => chance('unit', a) - chance('unit', b));
  const traineeIn = new Set([...(['KN-VB', 'SO-AI'] as const).map((programme) => classes.findLast((one) => one.programme === programme && one.ending === 'CERTIFIED')?.no), classes.find(isLive)?.no]);
  const fits = (personId: number, one: PlannedClass): boolean => {
    const load = loads.get(personId);
    return load !== undefined && !load.programmes.has(one.programme) && load.times.every(({ from, to }) => to < one.openingDate || from > one.closingDate);
  };
  const take = (from: readonly Official[], one: PlannedClass, count: number, most: number): Official[] => {
    const order = ({ personId }: Official): number => (loads.get(personId)?.periods ?? 0) + chance('turn', one.no, personId);
    const chosen = from.filter(({ personId }) => fits(personId, one) && (loads.get(personId)?.periods ?? 0) < most).toSorted((a, b) => order(a) - order(b)).slice(0, count);
    for (const { personId } of chosen) book(personId, one);
    return chosen;
  };
  const book = (personId: number, one: PlannedClass): void => {
    const load = loads.get(personId);
    if (!load) return;
    load.periods += one.days.reduce((sum, { periods }) => sum + periods.flat().length, 0);
    load.programmes.add(one.programme);
    load.times.push({ from: one.openingDate, to: one.closingDate });
  };
  for (const one of classes) if (traineeIn.has(one.no)) book(trainee, one);
  return new Map(classes.map((one, at) => {
    const wanted = Math.min(one.seats, one.ending === 'NOMINATING' ? 12 : one.seats);
    const demo = people.filter(({ personId }) => personId === trainee && traineeIn.has(one.no));
    const fromWard = take(own, one, one.ending === 'CERTIFIED' ? 3 : 2, 60);
    const chosen = [...demo, ...fromWard];
    for (let turn = 0; chosen.length < wanted && turn < units.length; turn += 1) {
      const unitId = units[(at * 5 + turn) % units.length];
      chosen.push(...take(others.filter((person) => person.unitId === unitId), one, Math.min(3, wanted - chosen.length), 200));
    }
    return [one.no, byUnit(chosen)] as const;
  }));
}

function byUnit(people: readonly Official[]): Nominees {
  const found: Nominees = new Map();
  for (const { unitId, personId } of people) found.set(unitId, [...(found.get(unitId) ?? []), personId]);
  return found;
}

import { tidy } from '@halong/platform/contract';
import { near } from './near.rules.ts';
import type { OrgUnitType } from './org-unit-row.rules.ts';
import { isPlain, type Spelling, unitKeys } from './unit-text.rules.ts';

/** What matching needs of a unit. Dates yyyy-MM-dd, both included; null = open. */
export type DatedUnit = {
  code: string;
  parentCode: string | null;
  name: string;
  type: OrgUnitType;
  validFrom: string | null;
  validTo: string | null;
  predecessors: readonly string[];
};

export type UnitMatchKind = 'STANDARD' | 'VARIANT' | 'OLD_UNIT_ONE_SUCCESSOR' | 'OLD_UNIT_UNRESOLVED' | 'NONE';

/** `unitCode` is null unless there is exactly one answer; `candidates` are what a person may choose from. */
export type UnitMatch = { match: UnitMatchKind; unitCode: string | null; candidates: string[] };

export type UnitIndex = {
  asOf: string;
  units: ReadonlyMap<string, DatedUnit>;
  keys: Record<Spelling, Map<string, Set<string>>>;
  /** Sub-units by their own name: "Văn phòng" alone says nothing without the unit above it. */
  bare: Map<string, Set<string>>;
};

const SPELLINGS: readonly Spelling[] = ['marked', 'plain'];
const COMMUNE_LEVEL = new Set<OrgUnitType>(['WARD', 'COMMUNE', 'SPECIAL_ZONE']);
/** Nobody is employed by a heading of the tree or by the province as such. */
const NO_EMPLOYER = new Set<OrgUnitType>(['GROUP', 'PROVINCE']);

/** Prepares the tree for matching as of a day (yyyy-MM-dd). */
export function unitIndex(units: readonly DatedUnit[], asOf: string): UnitIndex {
  const index: UnitIndex = {
    asOf,
    units: new Map(units.map((unit) => [unit.code, unit])),
    keys: { marked: new Map(), plain: new Map() },
    bare: new Map(),
  };
  const province = units.find((unit) => unit.type === 'PROVINCE');
  for (const unit of units.filter(({ type }) => !NO_EMPLOYER.has(type))) {
    for (const spelling of SPELLINGS) {
      const keys = nameForms(unit, index).flatMap((form) => unitKeys(form, spelling));
      for (const key of withSurroundings(keys, unit, index, province, spelling)) put(index.keys[spelling], key, unit.code);
    }
    if (unit.type === 'SUB_UNIT') for (const key of unitKeys(unit.name, 'marked')) put(index.bare, key, unit.code);
  }
  return index;
}

/**
 * Finds the unit a text means. Exactly one living unit is an answer; one former unit with one successor is an
 * answer with a warning; everything else is left to a person. `under` is the unit of the heading above, if known.
 */
export function matchUnit(index: UnitIndex, text: string, under?: string | null): UnitMatch {
  const found = find(index, text);
  const living = found.filter((unit) => isValid(unit, index.asOf));
  const [unit] = living;
  if (unit && living.length === 1) {
    return { match: standardForms(unit, index).includes(text) ? 'STANDARD' : 'VARIANT', unitCode: unit.code, candidates: [unit.code] };
  }
  if (living.length > 1) return none(living);
  const ended = found.filter(({ validTo }) => validTo !== null && validTo < index.asOf);
  return ended.length > 0 ? oldUnit(ended, index) : subUnit(index, text, under);
}

function find(index: UnitIndex, text: string): DatedUnit[] {
  const lookUp = (spelling: Spelling) => {
    const codes = new Set(unitKeys(text, spelling).flatMap((key) => [...(index.keys[spelling].get(key) ?? [])]));
    return [...codes].flatMap((code) => index.units.get(code) ?? []);
  };
  const marked = lookUp('marked');
  return marked.length > 0 || !isPlain(text) ? marked : lookUp('plain');
}

function oldUnit(ended: DatedUnit[], index: UnitIndex): UnitMatch {
  const candidates = [...new Set(ended.flatMap((unit) => successors(unit.code, index)))];
  const [only] = candidates;
  if (only !== undefined && candidates.length === 1) return { match: 'OLD_UNIT_ONE_SUCCESSOR', unitCode: only, candidates };
  return { match: 'OLD_UNIT_UNRESOLVED', unitCode: null, candidates };
}

/** The living units that came out of this one, over any number of re-organisations. */
function successors(code: string, index: UnitIndex, seen = new Set<string>()): string[] {
  if (seen.has(code)) return [];
  seen.add(code);
  const next = [...index.units.values()].filter((unit) => unit.predecessors.includes(code));
  return next.flatMap((unit) => (isValid(unit, index.asOf) ? [unit.code] : successors(unit.code, index, seen)));
}

function subUnit(index: UnitIndex, text: string, under: string | null | undefined): UnitMatch {
  const codes = new Set(unitKeys(text, 'marked').flatMap((key) => [...(index.bare.get(key) ?? [])]));
  const units = [...codes].flatMap((code) => index.units.get(code) ?? []).filter((unit) => isValid(unit, index.asOf));
  const here = units.filter((unit) => under && unit.parentCode === under);
  const [only] = here;
  return only && here.length === 1 ? { match: 'VARIANT', unitCode: only.code, candidates: [only.code] } : none(units);
}

const none = (units: DatedUnit[]): UnitMatch => ({ match: 'NONE', unitCode: null, candidates: units.map((unit) => unit.code) });

/** The one living unit that the text nearly names, a slip or two away; null when there is none or more than one. */
export function nearlyNamed(index: UnitIndex, text: string): string | null {
  const known = [...index.keys.plain].flatMap(([key, codes]) => [...codes].map((code) => [key, code] as const))
    .filter(([, code]) => isValid(index.units.get(code) as DatedUnit, index.asOf));
  const found = new Set(unitKeys(text, 'plain').flatMap((key) => near(key, known) ?? []));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

const isValid = ({ validFrom, validTo }: DatedUnit, day: string): boolean =>
  (validFrom === null || validFrom <= day) && (validTo === null || validTo >= day);

/** How the standard writes a unit, compared letter by letter: people work for a commune's committee, not for the commune. */
function standardForms(unit: DatedUnit, index: UnitIndex): string[] {
  const parent = employingParent(unit, index);
  if (parent) return [`${unit.name} - ${parent.name}`];
  if (!COMMUNE_LEVEL.has(unit.type)) return [unit.name];
  return [`UBND ${unit.name.charAt(0).toLocaleLowerCase('vi')}${unit.name.slice(1)}`];
}

/** Full names to recognise: own name, name with parent in both orders, each also without a remark in brackets. */
function nameForms(unit: DatedUnit, index: UnitIndex): string[] {
  const parent = employingParent(unit, index);
  const both = (name: string) => [...new Set([name, tidy(name.replace(/\([^)]*\)/g, ' '))])];
  const names = both(unit.name);
  const withParent = names.flatMap((name) => (parent ? both(parent.name).flatMap((above) => [`${name}, ${above}`, `${above}, ${name}`]) : []));
  return unit.type === 'SUB_UNIT' ? withParent : [...names, ...withParent];
}

function employingParent(unit: DatedUnit, index: UnitIndex): DatedUnit | undefined {
  const parent = unit.parentCode ? index.units.get(unit.parentCode) : undefined;
  return parent && !NO_EMPLOYER.has(parent.type) ? parent : undefined;
}

/** The same keys followed by the province, or by the former district the unit came from (with or without "cũ"). */
function withSurroundings(keys: string[], unit: DatedUnit, index: UnitIndex, province: DatedUnit | undefined, spelling: Spelling): string[] {
  const level = unitKeys('tỉnh', spelling)[0] ?? '';
  const provinceKeys = province ? unitKeys(province.name, spelling) : [];
  const former = unit.predecessors.flatMap((code) => index.units.get(code) ?? []).flatMap(({ name }) => unitKeys(name, spelling));
  const old = unitKeys('cũ', spelling)[0] ?? '';
  return keys.flatMap((key) => [
    key,
    ...provinceKeys.flatMap((name) => {
      const own = name.startsWith(`${level} `) ? name.slice(level.length + 1) : name;
      const short = key.endsWith(` ${own}`) ? [key.slice(0, -own.length - 1)] : [];
      return [`${key} ${name}`, ...(key.endsWith(` ${level}`) ? [`${key} ${own}`] : []), ...short];
    }),
    ...former.flatMap((name) => [`${key} ${name}`, `${key} ${name} ${old}`]),
  ]);
}

function put(map: Map<string, Set<string>>, key: string, code: string): void {
  const codes = map.get(key);
  if (codes) codes.add(code);
  else map.set(key, new Set([code]));
}

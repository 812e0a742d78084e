import { Injectable } from '@nestjs/common';
import { seatedStates } from '@halong/enrolment/contract';
import { Clock } from '@halong/platform/server';
import { screenNominations, type Nominee, type NomineeRecord, type ScreeningReason, type ScreeningTerms } from '../nomination/screening.rules.ts';
import type { ClassRow } from '../training-class/class.rows.ts';
import { HeldCertificates } from './held-certificates.ts';
import { ScreeningFacts, type PersonFact } from './screening-facts.repository.ts';

/** What the screening needs of a line. */
export interface ScreenedLine {
  /** Null for a line that is not stored yet. */
  id: number | null;
  personId: number | null;
  writtenName: string;
  writtenBorn: string | null;
  writtenPosition: string | null;
  personalIdHash: string | null;
  /** Null while the line is a draft. */
  submittedAt: Date | null;
}

export interface UnitLines<L extends ScreenedLine> {
  unitId: number;
  /** In list order. */
  lines: L[];
  quota: number;
  quotaTaken: number;
  /** Null: the seats of the class are counted elsewhere. */
  freePlaces: number | null;
}

/** Reasons as they are stored and sent: units are named, so that a reader need not look them up. */
export type StoredReason = { code: ScreeningReason['code']; params: Record<string, string | number> };
export interface LineScreening {
  outcome: 'ELIGIBLE' | 'INELIGIBLE' | 'OVER_QUOTA' | 'NOT_FOUND';
  reasons: StoredReason[];
  notes: string[];
}

interface Facts {
  recordOf(line: ScreenedLine, unitId: number): NomineeRecord | null;
  unitNames: Map<number, string>;
}

@Injectable()
export class Screening {
  constructor(
    private readonly facts: ScreeningFacts,
    private readonly certificates: HeldCertificates,
    private readonly clock: Clock,
  ) {}

  /**
   * Screens the lists of units for one class (N01, N02) with a fixed number of statements.
   * @returns one screening per line, by list and in the order of the lines
   */
  async screen<L extends ScreenedLine>(trainingClass: ClassRow, lists: readonly UnitLines<L>[]): Promise<LineScreening[][]> {
    const facts = await this.load(trainingClass, lists.flatMap(({ lines }) => lines));
    return lists.map(({ unitId, lines, quota, quotaTaken, freePlaces }) => {
      const terms: ScreeningTerms = { unitId, targetGroup: trainingClass.targetGroup, quota, quotaTaken, freePlaces };
      const { rows } = screenNominations(lines.map((line, index) => nomineeOf(line, index, facts.recordOf(line, unitId))), terms);
      return rows.map(({ outcome, reasons, notes }) => ({ outcome, reasons: reasons.map((reason) => named(reason, facts.unitNames)), notes }));
    });
  }

  /** The records of these people as of today; what an enrolment takes its snapshot from. */
  async people(personIds: readonly number[]): Promise<Map<number, PersonFact>> {
    const rows = personIds.length === 0 ? [] : await this.facts.people(personIds, this.clock.today());
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async load(trainingClass: ClassRow, lines: readonly ScreenedLine[]): Promise<Facts> {
    const personIds = [...new Set(lines.flatMap(({ personId }) => (personId === null ? [] : [personId])))];
    if (personIds.length === 0) return { recordOf: () => null, unitNames: new Map() };
    const people = await this.people(personIds);
    const units = [...new Set([...people.values()].flatMap(({ unitId }) => (unitId === null ? [] : [unitId])))];
    const [lineages, held, clashes, enrolled, others] = [
      await this.facts.lineages(units),
      await this.certificates.of(personIds, trainingClass.programmeId),
      await this.facts.clashes(personIds, trainingClass),
      await this.facts.enrolled(personIds, trainingClass.id, seatedStates),
      await this.facts.otherLines(personIds, trainingClass.id),
    ];
    const unitNames = await this.facts.unitNames([...new Set([...units, ...others.map(({ unitId }) => unitId)])]);
    const nominatedBy = (line: ScreenedLine, unitId: number) =>
      others.find((other) => other.personId === line.personId && other.unitId !== unitId && isEarlier(other, line))?.unitId ?? null;
    const recordOf = (line: ScreenedLine, unitId: number): NomineeRecord | null => {
      const person = line.personId === null ? undefined : people.get(line.personId);
      if (!person) return null;
      const register = held.get(person.id);
      return {
        name: person.fullName,
        born: person.birthDate ?? (person.birthYear === null ? null : String(person.birthYear)),
        lineage: person.unitId === null ? null : (lineages.get(person.unitId) ?? []),
        position: person.position ?? '',
        level: null,
        certificate: register === undefined ? null : { registerNumber: register },
        clashes: (clashes.get(person.id) ?? []).map((classCode) => ({ classCode })),
        enrolled: enrolled.has(person.id),
        nominatedBy: nominatedBy(line, unitId),
      };
    };
    return { recordOf, unitNames };
  }
}

/** The same person is told apart by record, and by personal number while there is none. */
function nomineeOf(line: ScreenedLine, index: number, record: NomineeRecord | null): Nominee {
  const { personId, personalIdHash, writtenName, writtenBorn, writtenPosition } = line;
  return { row: index + 1, pin: personId === null ? personalIdHash : `person-${personId}`, name: writtenName, born: writtenBorn, positionText: writtenPosition, record };
}

/** Of two units that send the same person, the one that submitted first keeps the right to. */
function isEarlier(other: { id: number; submittedAt: Date }, line: ScreenedLine): boolean {
  if (line.submittedAt === null || line.id === null) return true;
  const apart = other.submittedAt.getTime() - line.submittedAt.getTime();
  return apart === 0 ? other.id < line.id : apart < 0;
}

function named(reason: ScreeningReason, unitNames: Map<number, string>): StoredReason {
  if (reason.code !== 'UNIT_MISMATCH' && reason.code !== 'ALREADY_NOMINATED') return reason;
  return { code: reason.code, params: { ...reason.params, unitName: unitNames.get(reason.params.unitId) ?? '' } };
}

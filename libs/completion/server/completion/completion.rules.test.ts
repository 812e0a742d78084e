import { defaultRuleSets } from '@halong/regulations/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completionTree, isComplete, type CompletionInput, type CompletionLeaf } from './completion.rules.ts';

const { rules } = defaultRuleSets.QLNN;
type Part = CompletionInput['parts'][number];
type Component = CompletionInput['components'][number];

const part = (more: Partial<Part> = {}): Part => ({ partId: 11, nameVi: 'Phần I', nameEn: 'Part I', absent: 2, limit: 8, excused: 0, unexcused: 2, toDecide: 0, barred: false, finished: true, ...more });
const component = (more: Partial<Component> = {}): Component => ({ componentId: 21, nameVi: 'Tiểu luận', nameEn: 'Essay', required: true, gradeSheetId: 31, published: true, score: { kind: 'score', value: 7.5 }, ...more });
const given = (more: Partial<CompletionInput> = {}): CompletionInput => ({
  classId: 1,
  enrolment: { id: 41, state: 'ACTIVE' },
  parts: [part()],
  materials: { needed: 0, done: 0, missing: [] },
  components: [component()],
  average: 7.5,
  discipline: [],
  ...more,
});
const leaf = (input: CompletionInput, key: string, by = rules): CompletionLeaf | undefined => completionTree(input, by).groups.flatMap((group) => group.leaves).find((one) => one.key === key);

describe('completion', () => {
  it('is met when everything is', () => {
    const tree = completionTree(given(), rules);
    expect(isComplete(tree)).toBe(true);
    expect(tree.groups.map((group) => [group.key, group.leaves.map((one) => one.key)])).toEqual([
      ['attendance', ['attendance.11']],
      ['results', ['component.21', 'average']],
      ['conduct', ['discipline', 'enrolment']],
    ]);
  });

  it('says what is needed, what is there, from which record and where to see it', () => {
    expect(leaf(given(), 'component.21')).toMatchObject({
      needed: { code: 'SCORE_AT_LEAST', number: 5 },
      actual: { code: 'SCORE', number: 7.5 },
      source: { type: 'GRADE_SHEET', id: 31 },
      link: { screen: 'gradeSheet', classId: 1, enrolmentId: 41, recordId: 31 },
    });
    expect(leaf(given(), 'attendance.11')).toMatchObject({
      needed: { code: 'PERIODS_ABSENT_AT_MOST', number: 8 },
      actual: { code: 'PERIODS_ABSENT', number: 2 },
      source: { type: 'ATTENDANCE_PART', id: 11 },
    });
  });

  it('names what must still be seen, and says nothing where nothing must', () => {
    const some = given({ materials: { needed: 8, done: 1, missing: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] } });
    expect(leaf(some, 'materials')).toMatchObject({
      needed: { code: 'ITEMS_SEEN', number: 8 }, actual: { code: 'ITEMS_MISSING', number: 1, text: 'A; B; C; D; E' }, met: 'PENDING', why: 'UNSEEN', actor: 'TRAINEE', source: { type: 'CONTENT', id: 1 }, link: { screen: 'content' },
    });
    expect(isComplete(completionTree(some, rules))).toBe(false);
    expect(completionTree(some, rules).groups.map(({ key }) => key)).toEqual(['attendance', 'materials', 'results', 'conduct']);
    expect(leaf(given({ materials: { needed: 2, done: 2, missing: [] } }), 'materials')).toMatchObject({ met: 'MET', actual: { code: 'ITEMS_SEEN', number: 2 }, why: null, actor: null });
    expect(leaf(given(), 'materials')).toBeUndefined();
  });

  it.each([
    ['attendance.11', given({ parts: [part({ barred: true, absent: 9 })] }), 'NOT_MET', 'BARRED', 'CLASS_COORDINATOR'],
    ['attendance.11', given({ parts: [part({ toDecide: 1, finished: false })] }), 'PENDING', 'TO_DECIDE', 'LECTURER'],
    ['attendance.11', given({ parts: [part({ finished: false })] }), 'PENDING', 'NOT_FINISHED', 'TRAINEE'],
    ['component.21', given({ components: [component({ score: { kind: 'score', value: 4.75 } })] }), 'NOT_MET', 'BELOW', 'TRAINEE'],
    ['component.21', given({ components: [component({ score: { kind: 'score', value: 0 } })] }), 'NOT_MET', 'BELOW', 'TRAINEE'],
    ['component.21', given({ components: [component({ score: { kind: 'blank' } })] }), 'PENDING', 'BLANK', 'LECTURER'],
    ['component.21', given({ components: [component({ published: false })] }), 'PENDING', 'NOT_PUBLISHED', 'CLASS_COORDINATOR'],
    ['component.21', given({ components: [component({ score: { kind: 'excused' } })] }), 'MET', null, null],
    ['average', given({ average: null }), 'PENDING', 'NO_AVERAGE', 'LECTURER'],
    ['average', given({ average: null, components: [component({ published: false })] }), 'PENDING', 'NOT_PUBLISHED', 'CLASS_COORDINATOR'],
    ['average', given({ average: null, components: [component({ published: false, score: { kind: 'blank' } })] }), 'PENDING', 'NO_AVERAGE', 'LECTURER'],
    ['average', given({ average: 4.99 }), 'NOT_MET', 'BELOW', 'TRAINEE'],
    ['discipline', given({ discipline: [{ caseId: 5, open: true, blocks: true }] }), 'PENDING', 'CASE_OPEN', 'CLASS_COORDINATOR'],
    ['discipline', given({ discipline: [{ caseId: 5, open: false, blocks: true }] }), 'NOT_MET', 'CASE_BLOCKS', 'CLASS_COORDINATOR'],
    ['discipline', given({ discipline: [{ caseId: 5, open: false, blocks: false }] }), 'MET', null, null],
    ['enrolment', given({ enrolment: { id: 41, state: 'EXAM_BARRED' } }), 'NOT_MET', 'ENROLMENT_ENDED', 'CLASS_COORDINATOR'],
    ['enrolment', given({ enrolment: { id: 41, state: 'DEFERRED' } }), 'PENDING', 'DEFERRED', 'CLASS_COORDINATOR'],
  ] as const)('%s', (key, input, met, why, actor) => {
    expect(leaf(input, key)).toMatchObject({ met, why, actor });
    expect(completionTree(input, rules).met).toBe(met);
  });

  it('shows no score before it is published', () => {
    expect(leaf(given({ components: [component({ published: false })] }), 'component.21')?.actual).toEqual({ code: 'NOT_PUBLISHED', number: null });
  });

  it('under strict participation an unexcused absence must be made up, an excused one not', () => {
    const strict = { ...rules, strictParticipation: true };
    expect(leaf(given(), 'attendance.11', strict)).toMatchObject({ met: 'NOT_MET', why: 'ABSENCE_NOT_MADE_UP' });
    expect(leaf(given({ parts: [part({ unexcused: 0, excused: 2 })] }), 'attendance.11', strict)?.met).toBe('MET');
  });

  it('needs no result where nothing is assessed, but always attendance', () => {
    expect(isComplete(completionTree(given({ components: [], average: null }), rules))).toBe(true);
    expect(completionTree(given({ parts: [] }), rules).met).toBe('PENDING');
  });
});

const anyPart = fc.record({ partId: fc.nat(), nameVi: fc.constant('Phần'), nameEn: fc.constant('Part'), absent: fc.nat(20), limit: fc.nat(20), excused: fc.nat(9), unexcused: fc.nat(9), toDecide: fc.nat(2), barred: fc.boolean(), finished: fc.boolean() });
const anyComponent = fc.record({
  componentId: fc.nat(), nameVi: fc.constant('Bài'), nameEn: fc.constant('Test'), required: fc.boolean(), gradeSheetId: fc.nat(), published: fc.boolean(),
  score: fc.oneof(fc.constant({ kind: 'blank' as const }), fc.constant({ kind: 'excused' as const }), fc.record({ kind: fc.constant('score' as const), value: fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4) })),
});
const anyInput = fc.record({
  classId: fc.constant(1),
  enrolment: fc.record({ id: fc.constant(1), state: fc.constantFrom('ACTIVE', 'EXAM_ELIGIBLE', 'EXAM_BARRED', 'PASSED', 'DEFERRED', 'EXPELLED') }),
  parts: fc.array(anyPart, { maxLength: 4 }),
  materials: fc.array(fc.boolean(), { maxLength: 3 }).map((seen) => ({ needed: seen.length, done: seen.filter(Boolean).length, missing: seen.flatMap((one, at) => (one ? [] : [`Mục ${at + 1}`])) })),
  components: fc.array(anyComponent, { maxLength: 4 }),
  average: fc.option(fc.integer({ min: 0, max: 1000 }).map((hundredths) => hundredths / 100)),
  discipline: fc.array(fc.record({ caseId: fc.nat(), open: fc.boolean(), blocks: fc.boolean() }), { maxLength: 2 }),
});

describe('whatever the records', () => {
  it('nobody barred is complete', () => {
    fc.assert(fc.property(anyInput, anyPart, (input, one) => {
      const barredByPart = { ...input, parts: [...input.parts, { ...one, barred: true }] };
      const barredByState = { ...input, enrolment: { id: 1, state: 'EXAM_BARRED' } };
      expect(completionTree(barredByPart, rules).met).toBe('NOT_MET');
      expect(completionTree(barredByState, rules).met).toBe('NOT_MET');
    }));
  });

  it('a leaf that is not met says why and who can act, a met one has nothing to say', () => {
    fc.assert(fc.property(anyInput, (input) => {
      for (const one of completionTree(input, rules).groups.flatMap((group) => group.leaves)) {
        expect([one.why === null, one.actor === null]).toEqual([one.met === 'MET', one.met === 'MET']);
      }
    }));
  });

  it('complete means that every leaf is met', () => {
    fc.assert(fc.property(anyInput, (input) => {
      const tree = completionTree(input, rules);
      const all = tree.groups.flatMap((group) => group.leaves).every((one) => one.met === 'MET');
      expect(isComplete(tree)).toBe(all && input.parts.length > 0);
    }));
  });
});

import { useState } from 'react';
import { Button, Checkbox, IconArrowUp, IconButton, IconPlus, IconTrash, Note, PageHead, Sheet, TextField, toast } from '@halong/design/web';
import { rubricRoutes, type RubricView } from '@halong/assessment/contract';
import { formatNumber, useDraft, useLanguage, useMutationOf, useTexts } from '@halong/platform/web';
import { contentOf, freeKey, newCriterion, weightSum, type CriterionDraft, type LevelDraft, type RubricDraft } from './rubric-draft.rules.ts';
import { say } from './rubric.texts.ts';

interface RubricEditorProps {
  classId: number;
  /** Left out: a new one. */
  rubric: RubricView | undefined;
  start: RubricDraft | undefined;
  scale: number;
  mayShare: boolean;
  onClose: () => void;
}

function restored(text: string): RubricDraft | undefined {
  try {
    const draft = JSON.parse(text) as RubricDraft;
    return Array.isArray(draft.criteria) ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Criteria with weights and levels. What is typed stays on the device until it is saved. */
export function RubricEditor({ classId, rubric, start, scale, mayShare, onClose }: RubricEditorProps) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const names = [t('weak'), t('pass'), t('fair'), t('good')] as const;
  const [kept, setKept, clear] = useDraft(`rubric-${classId}-${rubric?.id ?? 'new'}-${rubric?.version ?? 0}`, '');
  const [draft, setDraft] = useState<RubricDraft>(() => restored(kept) ?? start ?? { title: '', shared: false, scale, criteria: [newCriterion(names, scale, 'c1')] });
  const done = () => {
    clear();
    toast(t('saved'));
    onClose();
  };
  const create = useMutationOf(rubricRoutes.createRubric, { invalidates: [rubricRoutes.listRubrics], onSuccess: done });
  const put = useMutationOf(rubricRoutes.putRubric, { invalidates: [rubricRoutes.listRubrics], onSuccess: done });
  const change = (next: Partial<RubricDraft>) => {
    const all = { ...draft, ...next };
    setDraft(all);
    setKept(JSON.stringify(all));
  };
  const putCriterion = (at: number, next: Partial<CriterionDraft>) => change({ criteria: draft.criteria.map((one, place) => (place === at ? { ...one, ...next } : one)) });
  const content = contentOf(draft);
  const sum = weightSum(draft.criteria);
  const problem = create.error ?? put.error;
  const save = () => {
    if (!content) return;
    const title = draft.title.trim();
    if (rubric) put.mutate({ params: { id: classId, rubricId: rubric.id }, body: { version: rubric.version, title, ...content } });
    else create.mutate({ params: { id: classId }, body: { title, shared: draft.shared, ...content } });
  };
  return (
    <>
      <PageHead
        title={rubric?.title ?? t('create')} sub={t('sum', { sum: formatNumber(sum, language) })}
        actions={(
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button variant="primary" loading={create.isPending || put.isPending} disabled={!content || sum !== 100 || draft.title.trim().length < 3} onClick={save}>{t('save')}</Button>
          </>
        )}
      />
      {problem && <Note tone="act">{problem.problem.title}</Note>}
      {rubric?.used && <Note tone="info">{t('usedNote', { no: rubric.versionNo, next: rubric.versionNo + 1 })}</Note>}
      <Sheet>
        <div className="col g3">
          <TextField label={t('name')} value={draft.title} maxLength={160} onChange={(event) => change({ title: event.currentTarget.value })} />
          {!rubric && mayShare && <Checkbox label={t('shared')} checked={draft.shared} onChange={(shared) => change({ shared })} />}
        </div>
      </Sheet>
      {draft.criteria.map((criterion, at) => (
        <CriterionFields
          key={criterion.key} no={at + 1} criterion={criterion} onChange={(next) => putCriterion(at, next)}
          onUp={at > 0 ? () => change({ criteria: [...draft.criteria.slice(0, at - 1), criterion, draft.criteria[at - 1]!, ...draft.criteria.slice(at + 1)] }) : undefined}
          onRemove={draft.criteria.length > 1 ? () => change({ criteria: draft.criteria.filter((one) => one !== criterion) }) : undefined}
        />
      ))}
      <p><Button icon={IconPlus} disabled={draft.criteria.length >= 20} onClick={() => change({ criteria: [...draft.criteria, newCriterion(names, draft.scale, freeKey(draft.criteria))] })}>{t('addCriterion')}</Button></p>
    </>
  );
}

interface CriterionFieldsProps {
  no: number;
  criterion: CriterionDraft;
  onChange: (next: Partial<CriterionDraft>) => void;
  onUp: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

function CriterionFields({ no, criterion, onChange, onUp, onRemove }: CriterionFieldsProps) {
  const t = useTexts(say);
  const { levels } = criterion;
  const putLevel = (at: number, next: Partial<LevelDraft>) => onChange({ levels: levels.map((level, place) => (place === at ? { ...level, ...next } : level)) });
  return (
    <Sheet
      title={t('criterion', { no })}
      aside={(
        <span className="row g1">
          {onUp && <IconButton icon={IconArrowUp} label={t('up', { no })} onClick={onUp} />}
          {onRemove && <IconButton icon={IconTrash} label={t('removeCriterion', { no })} onClick={onRemove} />}
        </span>
      )}
    >
      <div className="rubhd">
        <TextField label={t('criterionName')} value={criterion.title} maxLength={120} onChange={(event) => onChange({ title: event.currentTarget.value })} />
        <TextField label={t('weight')} inputMode="decimal" value={criterion.weight} onChange={(event) => onChange({ weight: event.currentTarget.value })} />
      </div>
      <div className="rublv">
        {levels.map((level, at) => (
          <fieldset key={at} className="col g2">
            <legend className="row g1"><b>{t('level', { no: at + 1 })}</b>{levels.length > 2 && <IconButton icon={IconTrash} size="s" label={t('removeLevel', { no: at + 1 })} onClick={() => onChange({ levels: levels.filter((one) => one !== level) })} />}</legend>
            <TextField label={t('levelName')} value={level.title} maxLength={60} onChange={(event) => putLevel(at, { title: event.currentTarget.value })} />
            <div className="row g2">
              <TextField label={t('from')} inputMode="decimal" value={level.from} onChange={(event) => putLevel(at, { from: event.currentTarget.value })} />
              <TextField label={t('to')} inputMode="decimal" value={level.to} onChange={(event) => putLevel(at, { to: event.currentTarget.value })} />
            </div>
            <TextField label={t('levelNote')} optional value={level.note} maxLength={300} onChange={(event) => putLevel(at, { note: event.currentTarget.value })} />
          </fieldset>
        ))}
      </div>
      {levels.length < 6 && <p className="rubadd"><Button size="s" icon={IconPlus} onClick={() => onChange({ levels: [...levels, { title: '', note: '', from: '', to: '' }] })}>{t('addLevel')}</Button></p>}
    </Sheet>
  );
}

import { useState } from 'react';
import { useParams } from 'react-router';
import { Button, EmptyState, ErrorState, IconListCheck, IconPlus, NeedRow, PageHead, Sheet, Skeletons, usePage } from '@halong/design/web';
import { rubricRoutes, type RubricView } from '@halong/assessment/contract';
import { formatNumber, useLanguage, useQueryOf, useTexts } from '@halong/platform/web';
import { RubricEditor } from './rubric-editor.tsx';
import { draftOf } from './rubric-draft.rules.ts';
import { say } from './rubric.texts.ts';

/** The rubrics that a class may use; one is written or changed in place of the list. */
export default function RubricsScreen() {
  const classId = Number(useParams().id);
  const t = useTexts(say);
  const { data, error, refetch } = useQueryOf(rubricRoutes.listRubrics, { params: { id: classId } });
  const [open, setOpen] = useState<{ rubric?: RubricView; copy?: boolean }>();
  usePage({ crumbs: [{ label: t('title') }] });
  if (error && !data) return <Sheet><ErrorState problem={error.problem} onRetry={() => void refetch()} /></Sheet>;
  if (!data) return <Skeletons rows={4} height={64} />;
  if (open) {
    const given = open.rubric && draftOf(open.rubric);
    return <RubricEditor classId={classId} rubric={open.copy ? undefined : open.rubric} start={given && open.copy ? { ...given, shared: false } : given} scale={data.scale} mayShare={data.can.share} onClose={() => setOpen(undefined)} />;
  }
  return (
    <>
      <PageHead title={t('title')} actions={data.can.create && <Button variant="primary" icon={IconPlus} onClick={() => setOpen({})}>{t('create')}</Button>} />
      <Sheet padded={false}>
        {data.items.length === 0 && <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>}
        {data.items.map((rubric) => <Line key={rubric.id} rubric={rubric} mayCreate={data.can.create} onOpen={(copy) => setOpen({ rubric, copy })} />)}
      </Sheet>
    </>
  );
}

function Line({ rubric, mayCreate, onOpen }: { rubric: RubricView; mayCreate: boolean; onOpen: (copy: boolean) => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const facts = t('facts', { count: rubric.criteria.length, scale: formatNumber(rubric.scale, language), no: rubric.versionNo });
  return (
    <NeedRow
      icon={IconListCheck} tone="info" title={rubric.title} detail={[rubric.shared ? t('ofProgramme') : t('ofClass'), facts, rubric.used && t('used')].filter(Boolean).join(' · ')}
      action={(
        <span className="row g2">
          {mayCreate && <Button variant="quiet" onClick={() => onOpen(true)}>{t('copy')}</Button>}
          {rubric.can.edit && <Button onClick={() => onOpen(false)}>{t('edit')}</Button>}
        </span>
      )}
    />
  );
}

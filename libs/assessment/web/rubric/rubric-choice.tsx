import { Button, SelectField } from '@halong/design/web';
import { assignmentRoutes, markingRoutes, rubricRoutes } from '@halong/assessment/contract';
import { useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './rubric.texts.ts';

/** The rubric that an assignment is marked by, and the way to write one. */
export function RubricChoice({ assignmentId, classId, versionId }: { assignmentId: number; classId: number; versionId: number | null }) {
  const t = useTexts(say);
  const { data } = useQueryOf(rubricRoutes.listRubrics, { params: { id: classId } });
  const choose = useMutationOf(rubricRoutes.chooseRubric, { invalidates: [assignmentRoutes.getAssignment, markingRoutes.getMarking, rubricRoutes.listRubrics] });
  if (!data) return null;
  const known = data.items.some((one) => one.versionId === versionId);
  const options = data.items.map((one) => ({ value: String(one.versionId), label: one.title }));
  return (
    <div className="row g2 bottom">
      <SelectField
        label={t('choice')} compact value={versionId === null ? '' : String(versionId)} placeholder={versionId === null ? t('none') : undefined} error={choose.error?.problem.title}
        options={versionId !== null && !known ? [{ value: String(versionId), label: t('older') }, ...options] : options}
        onChange={(value) => value !== '' && choose.mutate({ params: { id: assignmentId }, body: { rubricVersionId: Number(value) } })}
      />
      <Button to={`/classes/${classId}/rubrics`}>{t('write')}</Button>
    </div>
  );
}

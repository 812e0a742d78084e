import { Button, Dialog, Note, Skeletons, toast } from '@halong/design/web';
import { assessmentRoutes, gradeBookRoutes, type GradeSheet } from '@halong/assessment/contract';
import { formatInstant, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './grade-book.texts.ts';

/** How the way of grading has changed, and the way back for a day. */
export function ChangesDialog({ sheet, onClose }: { sheet: GradeSheet; onClose: () => void }) {
  const t = useTexts(say);
  const { id, code } = sheet.class;
  const { data } = useQueryOf(gradeBookRoutes.listPlanChanges, { params: { id } });
  const undo = useMutationOf(gradeBookRoutes.undoPlan, { invalidates: [assessmentRoutes.getGradeSheet, gradeBookRoutes.listPlanChanges], onSuccess: () => toast(t('undid')) });
  return (
    <Dialog open onClose={onClose} busy={undo.isPending} size={640} title={t('changesTitle', { code })} actions={<Button onClick={onClose}>{t('close')}</Button>}>
      {undo.error && <Note tone="act">{undo.error.problem.title}</Note>}
      {!data && <Skeletons rows={3} height={44} />}
      {data?.length === 0 && <p className="soft">{t('noChanges')}</p>}
      <ul className="rulelist">
        {data?.map((one) => (
          <li key={one.id}>
            <span>
              {t(one.kind)}: {one.reason}
              <small>{one.by}, {formatInstant(one.at)}{one.undoneAt && ` · ${t('undone', { by: one.undoneBy ?? '', at: formatInstant(one.undoneAt) })}`}{one.undoUntil && ` · ${t('undoUntil', { at: formatInstant(one.undoUntil) })}`}</small>
            </span>
            {one.undoUntil && <Button size="s" loading={undo.isPending} onClick={() => undo.mutate({ params: { id, changeId: one.id } })}>{t('undo')}</Button>}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

import { useState } from 'react';
import { ConfirmDialog, Note, SelectField, toast } from '@halong/design/web';
import { assignmentRoutes, type AssignmentDetail } from '@halong/assessment/contract';
import { contentRoutes } from '@halong/materials/contract';
import { formatInstant, useLanguage, useMutationOf, useQueryOf, useTexts } from '@halong/platform/web';
import { say } from './assignment.texts.ts';

/** Before an assignment goes to the class: who is told, and where it will stand in the content. */
export function PublishDialog({ detail: { id, classId, version, title, counts, dueAt }, onClose }: { detail: AssignmentDetail; onClose: () => void }) {
  const t = useTexts(say);
  const { language } = useLanguage();
  const [topicKey, setTopicKey] = useState('');
  const { data: content } = useQueryOf(contentRoutes.getClassContent, { params: { id: classId } });
  const publish = useMutationOf(assignmentRoutes.publishAssignment, {
    invalidates: [assignmentRoutes.getAssignment, assignmentRoutes.listAssignments],
    onSuccess: () => {
      toast(t('published'));
      onClose();
    },
  });
  const topics = (content?.topics ?? []).map(({ key, titleVi, titleEn, depth }) => ({ value: key, label: `${'– '.repeat(depth)}${language === 'vi' ? titleVi : titleEn}` }));
  return (
    <ConfirmDialog
      open onClose={onClose} busy={publish.isPending} title={t('publishTitle', { title })} lead={t('publishLead', { count: counts.expected, time: formatInstant(dueAt) })}
      confirmLabel={t('publish')} onConfirm={() => publish.mutate({ params: { id }, body: { version, topicKey: topicKey || null } })}
    >
      {topics.length > 0 && <SelectField label={t('under')} placeholder={t('underNone')} options={topics} value={topicKey} onChange={setTopicKey} />}
      {publish.error && <Note tone="act">{publish.error.problem.title}</Note>}
    </ConfirmDialog>
  );
}

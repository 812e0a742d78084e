import { ConfirmDialog, Note, toast } from '@halong/design/web';
import { contentRoutes, type ContentItem } from '@halong/materials/contract';
import { useMutationOf, useTexts } from '@halong/platform/web';
import { say } from './editor.texts.ts';

export function RemoveDialog({ item, onClose }: { item: ContentItem; onClose: () => void }) {
  const t = useTexts(say);
  const remove = useMutationOf(contentRoutes.removeItem, {
    invalidates: [contentRoutes.getClassContent],
    onSuccess: () => {
      toast(t('removed', { title: item.title }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open onClose={onClose} title={t('removeTitle', { title: item.title })} lead={t('removeLead')} confirmLabel={t('remove')} cancelLabel={t('keep')} busy={remove.isPending}
      onConfirm={() => remove.mutate({ params: { id: item.id } })}
    >{remove.error && <Note tone="act">{remove.error.problem.title}</Note>}</ConfirmDialog>
  );
}

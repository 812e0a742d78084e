import { Button, EmptyState, usePage } from '@halong/design/web';
import { defineTexts } from '@halong/platform/contract';
import { useTexts } from '@halong/platform/web';

const say = defineTexts({
  title: { vi: 'Không có trang này', en: 'There is no such page' },
  why: { vi: 'Đường dẫn có thể đã cũ hoặc gõ thiếu.', en: 'The address may be old or incomplete.' },
  home: { vi: 'Về trang đầu', en: 'Go to the first page' },
});

export function NotFound() {
  const t = useTexts(say);
  usePage({ crumbs: [{ label: t('title') }] });
  return <EmptyState centered title={t('title')} action={<Button variant="primary" to="/">{t('home')}</Button>}>{t('why')}</EmptyState>;
}

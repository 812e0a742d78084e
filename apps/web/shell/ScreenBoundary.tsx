import type { ReactNode } from 'react';
import { useLocation } from 'react-router';
import { Button, EmptyState } from '@halong/design/web';
import { defineTexts } from '@halong/platform/contract';
import { Boundary, useTexts } from '@halong/platform/web';
import { isStale, reloadPage } from './stale-bundle.ts';

const say = defineTexts({
  newTitle: { vi: 'Halong có bản mới', en: 'Halong has a new version' },
  newWhy: { vi: 'Trang đang mở là bản cũ. Tải lại để mở màn hình này bằng bản mới.', en: 'The open page is the old version. Reload to see this screen in the new one.' },
  failedTitle: { vi: 'Màn hình này gặp lỗi', en: 'This screen failed' },
  failedWhy: { vi: 'Tải lại trang; nếu vẫn vậy, báo quản trị hệ thống anh chị đang mở mục nào.', en: 'Reload the page; if it stays, tell the administrator which item you opened.' },
  reload: { vi: 'Tải lại trang', en: 'Reload the page' },
});

function ScreenFailed() {
  const t = useTexts(say);
  const [title, why] = isStale() ? [t('newTitle'), t('newWhy')] : [t('failedTitle'), t('failedWhy')];
  return <EmptyState centered title={title} action={<Button variant="primary" onClick={reloadPage}>{t('reload')}</Button>}>{why}</EmptyState>;
}

/** A screen that cannot be shown says so in its place, never as a blank page; the next address is tried afresh. */
export function ScreenBoundary({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  return <Boundary fallback={<ScreenFailed />} resetOn={pathname}>{children}</Boundary>;
}

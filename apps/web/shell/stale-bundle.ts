import { toast } from '@halong/design/web';

const words = {
  vi: { message: 'Halong có bản mới. Tải lại để dùng tiếp; nội dung chưa gửi trên trang này sẽ phải nhập lại.', reload: 'Tải lại' },
  en: { message: 'Halong has a new version. Reload to go on; what was not sent from this page has to be entered again.', reload: 'Reload' },
};

let stale = false;

/** A file of this page's version was asked for and is gone. */
export const isStale = (): boolean => stale;

export const reloadPage = (): void => window.location.reload();

/**
 * After an update the old page asks for files that are gone: it offers to reload, once and until the person answers,
 * instead of failing silently. What the missing file was to show is the business of the nearest boundary.
 */
export function offerReloadWhenStale(): void {
  window.addEventListener('vite:preloadError', () => {
    if (stale) return;
    stale = true;
    const text = document.documentElement.lang === 'en' ? words.en : words.vi;
    toast({ message: text.message, undoLabel: text.reload, undo: reloadPage, stays: true });
  });
}

import { toast } from '@halong/design/web';

const words = {
  vi: { message: 'Halong vừa được cập nhật. Tải lại để dùng bản mới; nội dung đang gõ được giữ.', reload: 'Tải lại' },
  en: { message: 'Halong has been updated. Reload to use the new version; what you typed is kept.', reload: 'Reload' },
};

/** After an update the old page asks for files that are gone: it offers to reload instead of failing silently. */
export function offerReloadWhenStale(): void {
  window.addEventListener('vite:preloadError', (event) => {
    event.preventDefault();
    const text = document.documentElement.lang === 'en' ? words.en : words.vi;
    toast({ message: text.message, undoLabel: text.reload, undo: () => window.location.reload() });
  });
}

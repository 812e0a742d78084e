import { defineTexts } from '@halong/platform/contract';

export const say = defineTexts({
  document: { vi: 'Tài liệu', en: 'Document' },
  sub: { vi: '{name} · {size}', en: '{name} · {size}' },
});

import type { Language } from '@halong/platform/contract';

/** The name of a thing in the person's language. */
export const named = (thing: { nameVi: string; nameEn: string }, language: Language): string => (language === 'vi' ? thing.nameVi : thing.nameEn);

import type { Language } from '@halong/platform/contract';

/** Someone who can sign in, as it is stored. */
export interface Account {
  id: number;
  login: string;
  displayName: string;
  personId: number | null;
  email: string | null;
  passwordHash: string | null;
  disabledAt: Date | null;
  language: Language;
  version: number;
  createdAt: Date;
}

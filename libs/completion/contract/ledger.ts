import { z } from 'zod';
import type { TextPair } from '@halong/platform/contract';

/** Domain rule B06. */
export const lights = ['GREEN', 'AMBER', 'RED', 'EXEMPT'] as const;
export type Light = (typeof lights)[number];
export const lightNames: Record<Light, TextPair> = {
  GREEN: { vi: 'Đã đủ', en: 'Reached' },
  AMBER: { vi: 'Đúng tiến độ', en: 'On track' },
  RED: { vi: 'Chậm tiến độ', en: 'Behind' },
  EXEMPT: { vi: 'Được miễn', en: 'Exempt' },
};

/** How the year will end with what is planned: enough now, enough with running and coming sessions, too little, nothing at all. */
export const outlooks = ['ENOUGH', 'WILL_BE_ENOUGH', 'SHORT', 'NO_CLASS', 'EXEMPT'] as const;
export type Outlook = (typeof outlooks)[number];
export const outlookNames: Record<Outlook, TextPair> = {
  ENOUGH: { vi: 'Đã đủ', en: 'Enough' },
  WILL_BE_ENOUGH: { vi: 'Sẽ đủ', en: 'Will be enough' },
  SHORT: { vi: 'Còn thiếu', en: 'Short' },
  NO_CLASS: { vi: 'Chưa có lớp', en: 'No class' },
  EXEMPT: { vi: 'Được miễn', en: 'Exempt' },
};

/** COUNTED: the class is completed. ON_THE_WAY: attended, the class is still open. NONE: it ended without completion. */
export const ledgerStates = ['COUNTED', 'ON_THE_WAY', 'NONE'] as const;
export const ledgerEntryState = z.enum(ledgerStates);

/** One person, one calendar year, in periods; `needed` 0 means exempt. */
export const yearFigures = z.object({
  year: z.number().int(),
  needed: z.number().int(),
  counted: z.number().int(),
  onTheWay: z.number().int(),
  expected: z.number().int(),
  light: z.enum(lights),
  outlook: z.enum(outlooks),
});
export type YearFigures = z.output<typeof yearFigures>;

import { z } from 'zod';
import { inWords } from './texts.ts';

export const id = z.coerce.number().int().positive();
export const idParams = z.object({ id });

/** The first day that the database knows. */
const firstDay = '1000-01-01';
/** dd/MM/yyyy is for people; on the wire a day is yyyy-MM-dd and an instant is ISO with Z. */
export const day = z.iso.date().refine((text) => text >= firstDay, inWords({ vi: 'Năm phải có bốn chữ số, từ 1000.', en: 'The year has four digits, from 1000 on.' }));
export const instant = z.iso.datetime({ offset: true });

export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  size: z.coerce.number().int().min(1).max(100).default(50),
  search: z.string().trim().max(100).default(''),
});
export type PageQuery = z.output<typeof pageQuery>;

export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.number().int(), page: z.number().int(), size: z.number().int() });
}

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

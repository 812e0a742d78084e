import type { SearchGroup, SearchKind } from '@halong/insights/contract';

/** Where a hit is opened. */
const addresses: Record<SearchKind, (id: number) => string> = {
  PEOPLE: (id) => `/people?person=${id}`,
  CLASSES: (id) => `/classes/${id}`,
  PROGRAMMES: (id) => `/programmes/${id}`,
  UNITS: (id) => `/organisation?unit=${id}`,
};

export interface FoundEntry {
  /** Also the address: an address stands in the list once. */
  to: string;
  label: string;
  detail: string | undefined;
}

/** The hits of a group with their addresses, in one language. */
export const entriesOf = ({ kind, items }: SearchGroup, language: 'vi' | 'en'): FoundEntry[] =>
  items.map(({ id, name, detail }) => ({ to: addresses[kind](id), label: name[language], detail: detail?.[language] }));

/** The list of people narrowed to what was typed. */
export const allPeople = (text: string): string => `/people?${new URLSearchParams({ search: text })}`;

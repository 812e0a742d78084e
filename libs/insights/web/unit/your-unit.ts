import { useSearchParams } from 'react-router';

/** A unit that somebody leads, as their roles name it. */
export interface LedUnit {
  id: number;
  name: string;
}

/** What is chosen on a page about a unit; it is all in the address, so that it can be sent on. */
export function useUnitAddress(units: readonly LedUnit[]) {
  const [params, setParams] = useSearchParams();
  const set = (changes: Record<string, string | undefined>) => setParams((now) => {
    const next = new URLSearchParams(now);
    for (const [key, value] of Object.entries(changes)) {
      if (value) next.set(key, value);
      else next.delete(key);
    }
    return next;
  }, { replace: true });
  return {
    /** Whoever follows a number from the overview brings another unit than their own. */
    unitId: Number(params.get('unit')) || units[0]?.id,
    year: Number(params.get('year')) || undefined,
    personId: Number(params.get('person')) || undefined,
    show: params.get('show') ?? undefined,
    light: params.get('light') ?? undefined,
    set,
  };
}

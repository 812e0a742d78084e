import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';

/** Opens a unit beside the tree; the day that is shown stays. */
export function UnitLink({ id, children }: { id: number; children: ReactNode }) {
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  next.set('unit', String(id));
  return <Link replace to={`?${next.toString()}`}>{children}</Link>;
}

import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMayOpenUnit } from './use-may-open-unit.js';

/** A unit's name that leads to its page; the name alone for those who may not open it. */
export function UnitLink({ unitId, children }: { readonly unitId: string; readonly children: ReactNode }) {
  const mayOpen = useMayOpenUnit();
  return mayOpen(unitId) ? <Link to={`/enheter/${unitId}`}>{children}</Link> : children;
}

import type { Answer } from '../../api/reads.js';

type Unit = Answer<'/api/units/{unitId}'>;
/** The details of a unit that can be changed. */
export type UnitDetails = Pick<Unit, 'name' | 'kind' | 'ownership' | 'children' | 'area'>;

/** The details as they stand in a form. */
export interface UnitDraft {
  readonly name: string;
  readonly kind: UnitDetails['kind'];
  readonly ownership: UnitDetails['ownership'];
  readonly children: string;
  readonly area: string;
}

export const NEW_UNIT: UnitDraft = { name: '', kind: 'school', ownership: 'public', children: '', area: '' };
export const detailsOf = ({ name, kind, ownership, children, area }: Unit): UnitDetails => ({
  name,
  kind,
  ownership,
  children,
  area,
});
export const draftOf = ({ name, kind, ownership, children, area }: UnitDetails): UnitDraft => ({
  name,
  kind,
  ownership,
  children: children === null ? '' : String(children),
  area: area ?? '',
});

/** The API's limit. */
const MOST_CHILDREN = 99_999;

/** A number of children as typed; null for an empty field, undefined when it is none. */
export function childrenIn(typed: string): number | null | undefined {
  const text = typed.replace(/[\s\u00a0]/g, '');
  if (text === '') return null;
  return /^\d{1,6}$/.test(text) && Number(text) <= MOST_CHILDREN ? Number(text) : undefined;
}

/** The values to send; undefined while a field has a fault. */
export function unitIn({ name, kind, ownership, children: typed, area }: UnitDraft): UnitDetails | undefined {
  const children = childrenIn(typed);
  if (name.trim() === '' || children === undefined) return undefined;
  return { name: name.trim(), kind, ownership, children, area: area.trim() === '' ? null : area.trim() };
}

import { idOf, LISTS, rowOf, type Draft, type ListName } from './draft.js';

/** Position in a draft: `place`, `actions.<id>` (the row), `actions.<id>.text` (one of its fields). */
export interface Place {
  readonly list?: ListName;
  readonly id?: string;
  readonly field?: string;
}

const isList = (name: string): name is ListName => Object.hasOwn(LISTS, name);

export function placeOf(at: string): Place {
  const [first = '', id, ...field] = at.split('.');
  if (!isList(first)) return { field: at };
  return { list: first, ...(id !== undefined && { id }), ...(field.length > 0 && { field: field.join('.') }) };
}

/** The value there; undefined when the row is gone. */
export function valueAt(draft: Draft, at: string): unknown {
  const { list, id, field } = placeOf(at);
  if (list === undefined) return draft[field as keyof Draft];
  const row = id === undefined ? undefined : rowOf(draft, list, id);
  return field === undefined ? row : (row as unknown as Record<string, unknown> | undefined)?.[field];
}

/** The draft with `value` there; undefined or null removes a row, and a row that was gone is appended. */
export function withValueAt(draft: Draft, at: string, value: unknown): Draft {
  const { list, id, field } = placeOf(at);
  if (list === undefined) return { ...draft, [field as keyof Draft]: value };
  const rows = draft[list] as readonly Draft[ListName][number][];
  const isThis = (row: Draft[ListName][number]) => idOf(list, row) === id;
  if (field !== undefined)
    return { ...draft, [list]: rows.map((row) => (isThis(row) ? { ...row, [field]: value } : row)) };
  if (value === undefined || value === null) return { ...draft, [list]: rows.filter((row) => !isThis(row)) };
  const there = rows.some(isThis);
  return { ...draft, [list]: there ? rows.map((row) => (isThis(row) ? value : row)) : [...rows, value] };
}

/** Converts the server's path with a row number, `actions.2.dueOn`, to a place with the row's id. */
export function placeByNumber(draft: Draft, at: string): string {
  const [list = '', number, ...field] = at.split('.');
  if (!isList(list) || number === undefined || !/^\d+$/.test(number)) return at;
  const row = draft[list][Number(number)];
  return row === undefined ? list : [list, idOf(list, row), ...field].join('.');
}

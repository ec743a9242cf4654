import type { Answer } from '../../../api/reads.js';
import { byName } from '../../../words/names.js';
import type { Order } from './board-address.js';

export type Board = Answer<'/api/board'>;
export type BoardRow = Board['items'][number];
export type MonthCell = BoardRow['months'][number];
export type Column = Board['months'][number];

/** Units under one heading; `title` is null for a single group. */
export interface BoardGroup {
  readonly key: string;
  readonly title: { readonly of: 'inNeed' | 'others' | 'noArea' } | { readonly area: string } | null;
  readonly rows: readonly BoardRow[];
}

/** The board's rows in the chosen order. */
export function grouped(rows: readonly BoardRow[], order: Order): readonly BoardGroup[] {
  const named = rows.toSorted((a, b) => byName(a.name, b.name));
  if (order === 'navn') return named.length > 0 ? [{ key: 'all', title: null, rows: named }] : [];
  if (order === 'behov') {
    const inNeed = named.filter(({ needs }) => needs > 0).sort((a, b) => b.needs - a.needs);
    const others = named.filter(({ needs }) => needs === 0);
    return [
      { key: 'in-need', title: { of: 'inNeed' as const }, rows: inNeed },
      { key: 'others', title: { of: 'others' as const }, rows: others },
    ].filter((group) => group.rows.length > 0);
  }
  const areas = [...new Set(named.flatMap(({ area }) => area ?? []))].sort(byName);
  const nowhere = named.filter(({ area }) => area === null);
  return [
    ...areas.map((area) => ({ key: area, title: { area }, rows: named.filter((row) => row.area === area) })),
    ...(nowhere.length > 0 ? [{ key: '', title: { of: 'noArea' as const }, rows: nowhere }] : []),
  ];
}

/** Months in which some unit must meet or has met; usually without July. */
export function shownMonths({ months }: Pick<Board, 'months'>, rows: readonly BoardRow[]): readonly number[] {
  return months.flatMap((_, i) => (rows.some((row) => row.months[i]?.state !== 'not-obliged') ? [i] : []));
}

/** Text below a month's name: the share held after its end, or counts while it is current. */
export function heldIn({ month, coverage: { held, obliged } }: Column, today: string): HeldShare | null {
  if (obliged === 0) return null;
  return month === today.slice(0, 7) ? { held, obliged } : { percent: Math.floor((100 * held) / obliged) };
}
export type HeldShare = { readonly held: number; readonly obliged: number } | { readonly percent: number };

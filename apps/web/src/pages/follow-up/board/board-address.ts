import type { MonthState } from '../../../parts/month-mark/month-mark.js';

/** Sort orders of the board: urgent units first, by area, or by name. */
export const ORDERS = ['behov', 'omrade', 'navn'] as const;
export type Order = (typeof ORDERS)[number];

/** The states in the URL, which users share. */
const SLUGS: Readonly<Record<MonthState, string>> = {
  filed: 'levert',
  'protocol-missing': 'protokoll-mangler',
  'protocol-late': 'protokoll-for-sen',
  'protocol-lost': 'protokoll-tapt',
  unconfirmed: 'ikke-bekreftet',
  missing: 'ikke-holdt',
  exempt: 'fritak',
  planned: 'planlagt',
  'not-planned': 'ikke-planlagt',
  'not-obliged': 'ikke-moteplikt',
};
const KINDS = { skole: 'school', barnehage: 'kindergarten' } as const;
export type UnitKind = (typeof KINDS)[keyof typeof KINDS];

/** The board's settings from its URL; invalid values are ignored. */
export interface BoardView {
  /** First year of the school year; undefined means the current one. */
  readonly schoolYear: number | undefined;
  readonly kind: UnitKind | undefined;
  readonly area: string | undefined;
  readonly state: MonthState | undefined;
  readonly order: Order;
  readonly asTable: boolean;
  readonly page: number;
  /** The unit in the panel. */
  readonly unitId: string | undefined;
  readonly month: string | undefined;
}

/** Reads the settings from a URL. */
export function viewOf(address: URLSearchParams): BoardView {
  const get = (name: string) => address.get(name) ?? undefined;
  const state = (Object.keys(SLUGS) as MonthState[]).find((it) => SLUGS[it] === get('tilstand'));
  const type = get('type');
  const year = get('ar');
  const month = get('maned');
  return {
    schoolYear: year && /^20\d\d$/.test(year) ? Number(year) : undefined,
    kind: type === 'skole' || type === 'barnehage' ? KINDS[type] : undefined,
    area: get('omrade'),
    state,
    order: ORDERS.find((it) => it === get('sorter')) ?? 'behov',
    asTable: get('vis') === 'tabell',
    page: Math.max(1, Number.parseInt(get('side') ?? '1', 10) || 1),
    unitId: /^\d{9}$/.test(get('enhet') ?? '') ? get('enhet') : undefined,
    month: month && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
  };
}

/** Writes a URL without default values. */
export function addressOf({
  schoolYear,
  kind,
  area,
  state,
  order,
  asTable,
  page,
  unitId,
  month,
}: BoardView): URLSearchParams {
  const values = {
    ar: schoolYear?.toString(),
    type: kind && (kind === 'school' ? 'skole' : 'barnehage'),
    omrade: area,
    tilstand: state && SLUGS[state],
    sorter: order !== 'behov' && order,
    vis: asTable && 'tabell',
    side: page > 1 && String(page),
    enhet: unitId,
    maned: unitId && month,
  } satisfies Readonly<Record<string, string | false | undefined>>;
  return new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

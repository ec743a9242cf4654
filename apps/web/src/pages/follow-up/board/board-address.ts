import type { MonthState } from '../../../parts/month-mark/month-mark.js';

/** How the board is laid out: those who need somebody first, by area, or by name alone. */
export const ORDERS = ['behov', 'omrade', 'navn'] as const;
export type Order = (typeof ORDERS)[number];

/** The states as they stand in an address that is sent to a colleague. */
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

/** What the board shows, as its address says it. What the address says wrongly is left out. */
export interface BoardView {
  /** The year the school year begins in; undefined: the one it is now. */
  readonly schoolYear: number | undefined;
  readonly kind: UnitKind | undefined;
  readonly area: string | undefined;
  readonly state: MonthState | undefined;
  readonly order: Order;
  readonly asTable: boolean;
  readonly page: number;
  /** What the panel beside is about. */
  readonly unitId: string | undefined;
  readonly month: string | undefined;
}

/** Reads an address. */
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

/** Writes an address; what is as it is from the start is left out. */
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
  const said = {
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
  return new URLSearchParams(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

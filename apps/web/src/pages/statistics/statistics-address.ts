import type { Day } from '../../words/dates.js';

const KINDS = { skole: 'school', barnehage: 'kindergarten' } as const;
export type UnitKind = (typeof KINDS)[keyof typeof KINDS];
/** A month, half-year, school year or several, as the API names them. */
const PERIOD = /^(20\d\d-(0[1-9]|1[0-2])|20\d\dH[12]|20\d\d-20\d\d)$/;
const DAY = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const UNIT_ID = /^\d{9}$/;
const SERVICE_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Period, filters and moment of the statistics, from the URL; invalid values are ignored. */
export interface StatisticsView {
  /** Undefined: the school year of the day. */
  readonly period: string | undefined;
  readonly kind: UnitKind | undefined;
  readonly area: string | undefined;
  readonly unitId: string | undefined;
  readonly serviceId: string | undefined;
  /** The day by whose end everything shown was known; undefined: now. */
  readonly asOf: Day | undefined;
}

/** Reads `?periode=2026-2027&type=skole&omrade=Nord&enhet=…&tjeneste=…&per=2026-03-01`. */
export function viewOf(address: URLSearchParams, today: Day): StatisticsView {
  const get = (name: string, form: RegExp) => form.exec(address.get(name) ?? '')?.[0];
  const type = address.get('type');
  const asOf = get('per', DAY);
  return {
    period: get('periode', PERIOD),
    kind: type === 'skole' || type === 'barnehage' ? KINDS[type] : undefined,
    area: address.get('omrade') ?? undefined,
    unitId: get('enhet', UNIT_ID),
    serviceId: get('tjeneste', SERVICE_ID),
    asOf: asOf !== undefined && asOf < today ? asOf : undefined,
  };
}

/** Writes a URL without default values. */
export function addressOf({ period, kind, area, unitId, serviceId, asOf }: StatisticsView): URLSearchParams {
  const values = {
    periode: period,
    type: kind && (kind === 'school' ? 'skole' : 'barnehage'),
    omrade: area,
    enhet: unitId,
    tjeneste: serviceId,
    per: asOf,
  } satisfies Readonly<Record<string, string | undefined>>;
  return new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

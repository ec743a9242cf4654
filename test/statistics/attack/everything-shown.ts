import { RouteTable } from '#platform/http';
import { BREAKDOWNS, INDICATORS, type Breakdown } from '#statistics/contract';
import type { RunningApi } from '../../running-api.js';
import { sheetsIn } from '../exported-rows.js';
import { BFE, meetingIdOf, MEETINGS, numberOf, personOf, SERVICE, UNITS, type World } from './worlds.js';

/** An address with what it answers. */
export type Answers = ReadonlyMap<string, string>;

/** Periods whose figures about children are final. */
export const FINAL_PERIODS = ['2025-2026', '2025H2', '2024-2025', '2024H2'];
const PERIODS = [...FINAL_PERIODS, '2026H1', '2025-10', '2026-06', '2024-2026'];
const FILTERS: readonly Readonly<Record<string, string>>[] = [
  { unit: UNITS[0]! },
  { unit: UNITS[1]! },
  { service: SERVICE.nurses },
  { service: SERVICE.childWelfare },
  { service: SERVICE.ppt },
  { unit: UNITS[0]!, service: SERVICE.nurses },
  { kind: 'kindergarten' },
  { area: 'Nord' },
];
/**
 * Days, and moments around the recording of the smallest unit's protocols and actions, and of corrections: in March
 * those of the older year's autumn, in September those of its spring.
 */
const MOMENTS: readonly (readonly [asOf: string, month: string])[] = [
  ['2025-09-12', '2025-10'],
  ['2025-12-31', '2025-10'],
  ['2026-01-30', '2025-10'],
  ['2026-08-30', '2025-10'],
  ['2025-09-12T10:00:00.500Z', '2025-10'],
  ['2025-10-12T10:00:00.500Z', '2025-10'],
  ['2025-12-12T11:00:02.500Z', '2025-10'],
  ['2025-03-15T10:59:59.500Z', '2024-10'],
  ['2025-03-15T11:30:00Z', '2024-10'],
  ['2025-09-10T09:59:59.500Z', '2025-03'],
  ['2025-09-10T10:30:00Z', '2025-03'],
];

/** Numbers of the indicators that this reader may ask for, and that can be divided so. */
const allowed = (by: Breakdown | undefined, roles: readonly string[]): string =>
  INDICATORS.filter(
    (it) => (by === undefined || it.by.includes(by)) && (!it.roles || it.roles.some((role) => roles.includes(role))),
  )
    .map(({ id }) => id)
    .join(',');

/** With `SAMSPILL_WHOLE_ATTACK=1` more is asked, which takes minutes (`npm run attack`). */
const IS_WHOLE = process.env['SAMSPILL_WHOLE_ATTACK'] === '1';

/** Questions about figures: every division of several periods, then filters and moments with some of them. */
function questions(roles: readonly string[]): readonly string[] {
  const all = (period: string, by: Breakdown | undefined, more: Readonly<Record<string, string>> = {}) => {
    const indicators = allowed(by, roles);
    if (indicators === '') return [];
    return [new URLSearchParams({ indicators, period, ...(by && { by }), ...more }).toString()];
  };
  const some = IS_WHOLE ? ([undefined, 'month', 'unit', 'service'] as const) : ([undefined, 'unit'] as const);
  return [
    ...PERIODS.flatMap((period) =>
      (IS_WHOLE || FINAL_PERIODS.includes(period) ? [undefined, ...BREAKDOWNS] : some).flatMap((by) => all(period, by)),
    ),
    ...FILTERS.flatMap((filter) => some.flatMap((by) => all('2025-2026', by, filter))),
    ...FILTERS.flatMap((filter) => all('2025-10', undefined, filter)),
    ...MOMENTS.flatMap(([asOf, month]) =>
      (IS_WHOLE ? ['2025-2026', '2024-2025', month] : [month]).flatMap((period) =>
        (IS_WHOLE ? some : [undefined]).flatMap((by) => all(period, by, { asOf })),
      ),
    ),
  ];
}

/** Questions whose answers are exported too, as CSV and workbooks; those of the first period also as PDF. */
export const exported = (roles: readonly string[]): readonly string[] =>
  (IS_WHOLE ? FINAL_PERIODS : ['2025-2026', '2024-2025']).flatMap((period) =>
    (['unit', 'service', undefined] as const).map((by) =>
      new URLSearchParams({ indicators: allowed(by, roles), period, ...(by && { by }) }).toString(),
    ),
  );

/** Values of the parameters of addresses: the smallest unit, the one that hides it, and another. */
const PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  unitId: UNITS,
  meetingId: MEETINGS.filter(
    ({ year, month, units }) =>
      month > 0 && month < 5 && (IS_WHOLE || (year === 2025 && (units.length > 1 || units[0]! < 2))),
  ).map(meetingIdOf),
  serviceId: Object.values(SERVICE),
  serviceUnitId: [BFE],
  personId: [personOf('nurse 1')],
  schoolYear: ['2024', '2025'],
  month: ['2025-10'],
  version: ['1'],
  indicator: ['2', '23'],
  period: FINAL_PERIODS,
};

/**
 * Every address that can be read, with each of the parameters; without those that need what there is none of, and
 * without the list of one’s own sessions, which have ids and moments of their own.
 */
function addresses(api: RunningApi, world: World): readonly string[] {
  return api.app
    .get(RouteTable)
    .all()
    .filter(
      ({ method, meta, path }) =>
        method === 'get' && meta.kind !== 'live' && !/^\/(metrics|api\/(docs|sessions))/.test(path),
    )
    .flatMap(({ path }) => {
      const filled = [...path.matchAll(/:(\w+)/g)].reduce<readonly string[]>(
        (paths, [, name]) => {
          const values = name === 'municipality' ? [numberOf(world)] : (PARAMETERS[name!] ?? []);
          return paths.flatMap((one) => values.map((value) => one.replace(`:${name}`, value)));
        },
        [path],
      );
      return filled;
    });
}

/** Everything that a person can read; `null`: everybody, without signing in. */
export async function everythingShown(
  api: RunningApi,
  world: World,
  who: { readonly name: string; readonly roles: readonly string[] } | null,
): Promise<Answers> {
  const headers = who ? { cookie: await api.cookie(numberOf(world), personOf(who.name)) } : {};
  const asked = who
    ? [
        ...addresses(api, world),
        ...questions(who.roles).map((query) => `/api/statistics/figures?${query}`),
        ...exported(who.roles).flatMap((query) =>
          (IS_WHOLE || query.includes(FINAL_PERIODS[0]!) ? ['csv', 'xlsx', 'pdf'] : ['csv', 'xlsx']).map(
            (file) => `/api/statistics/figures.${file}?${query}`,
          ),
        ),
      ]
    : addresses(api, world);
  const answers = new Map<string, string>();
  for (const address of asked) {
    const response = await fetch(`${api.url}${address}`, { headers: { ...headers, 'accept-language': 'nb' } });
    const bytes = Buffer.from(await response.arrayBuffer());
    answers.set(sameInAll(address, world), `${response.status} ${await textIn(response, bytes, world)}`);
  }
  return answers;
}

/** The text of an answer; of a workbook, every cell. */
async function textIn({ headers }: Response, bytes: Buffer, world: World): Promise<string> {
  const type = headers.get('content-type') ?? '';
  if (type.includes('spreadsheet')) return sameInAll(JSON.stringify(await sheetsIn(bytes)), world);
  return /json|text/.test(type) ? sameInAll(bytes.toString(), world) : bytes.toString('latin1');
}

/** Without what names the municipality: its number, and of what is published the events' ids and the checksums. */
const sameInAll = (text: string, world: World): string =>
  text
    .replaceAll(numberOf(world), 'number')
    .replaceAll(/[\da-f]{64}/g, 'checksum')
    .replaceAll(/"eventId":"[^"]+"/g, '"eventId":"event"')
    .replaceAll(/"(instance|requestId)":"[^"]+"/g, '"request":"id"');

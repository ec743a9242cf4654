import type { ToldAlert } from '../../parts/told-alerts/alert-place.js';

export type AlertList = 'mine' | 'all' | 'waiting';
export type AlertKind = ToldAlert['kind'];

/**
 * The page's list, filters and page number, from its address: `?liste=venter&slag=over-frist&enhet=…&ansvarlig=…&side=2`.
 * Invalid values are ignored.
 */
export interface AlertsView {
  readonly list: AlertList;
  readonly kind: AlertKind | undefined;
  readonly unit: string | undefined;
  /** Id of the responsible person. */
  readonly owner: string | undefined;
  readonly page: number;
}

const LISTS: ReadonlyMap<string, AlertList> = new Map<string, AlertList>([
  ['alle', 'all'],
  ['venter', 'waiting'],
]);
/** Words of the address for each kind, in the order of the filter. */
const KIND_WORDS: Readonly<Record<AlertKind, string>> = {
  overdue: 'over-frist',
  'follow-up-missed': 'oppfolging',
  'handover-waiting': 'overforing',
  orphan: 'uten-ansvarlig',
  'more-time-asked': 'mer-tid',
  'protocol-late': 'protokoll',
  'meeting-unconfirmed': 'ubekreftet',
  'month-missing': 'maned',
  'month-unplanned': 'plan',
  'service-absent': 'fravar',
};
export const ALERT_KINDS = Object.keys(KIND_WORDS) as readonly AlertKind[];

const UNIT = /^\d{9}$/;
const PERSON = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const matching = (text: string | null, form: RegExp) => (text !== null && form.test(text) ? text : undefined);

export const alertsViewOf = (address: URLSearchParams): AlertsView => ({
  list: LISTS.get(address.get('liste') ?? '') ?? 'mine',
  kind: ALERT_KINDS.find((kind) => KIND_WORDS[kind] === address.get('slag')),
  unit: matching(address.get('enhet'), UNIT),
  owner: matching(address.get('ansvarlig'), PERSON),
  page: Math.max(1, Number.parseInt(address.get('side') ?? '1', 10) || 1),
});

export function alertsAddressOf({ list, kind, unit, owner, page }: AlertsView): URLSearchParams {
  const liste = [...LISTS].find(([, it]) => it === list)?.[0];
  return new URLSearchParams({
    ...(liste !== undefined && { liste }),
    ...(kind && { slag: KIND_WORDS[kind] }),
    ...(unit && { enhet: unit }),
    ...(owner && { ansvarlig: owner }),
    ...(page > 1 && { side: String(page) }),
  });
}

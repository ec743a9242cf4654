import { rightOf } from '../../session/held-rights.js';
import type { Who } from '../../session/session.js';
import { daysBetween, addDays, weekdayOf, type Day } from '../../words/dates.js';
import type { Asked } from '../../api/reads.js';

/** Status filters as in the URL. */
export const STATUSES = [
  'apne',
  'over-frist',
  'denne-uka',
  'uten-svar',
  'sagt-nei',
  'ikke-fulgt-opp',
  'til-vurdering',
  'avsluttet',
] as const;
export type Status = (typeof STATUSES)[number];

/** Filters in the URL. Codes and ids only, since users share URLs. */
export interface Filters {
  /** `meg`, `alle`, or a person's id. */
  readonly owner: string;
  readonly status: Status;
  readonly unitId: string | null;
  readonly serviceId: string | null;
  readonly page: number;
}

type Rights = Pick<Who, 'rights'>;
/** Leaders begin with all actions of their responsibility; others with their own. */
function leads(who: Rights): boolean {
  const reads = rightOf(who, 'action.read');
  return reads !== undefined && (reads.everywhere || reads.unitIds.length > 0 || reads.serviceIds.length > 0);
}
/** True when the user can see others' actions: those they lead, or those that meetings they take part in agreed on. */
export const seesOthers = (who: Rights): boolean => leads(who) || rightOf(who, 'protocol.read') !== undefined;

/** The filters in a URL; invalid values are ignored. */
export function filtersIn(address: URLSearchParams, who: Rights): Filters {
  const status = address.get('status');
  const page = Number(address.get('side'));
  return {
    owner: address.get('eier') ?? (leads(who) ? 'alle' : 'meg'),
    status: STATUSES.find((it) => it === status) ?? 'apne',
    unitId: address.get('enhet'),
    serviceId: address.get('tjeneste'),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  };
}

/** The URL with changed filters. It starts at the first page and leaves out default values. */
export function addressWith(
  address: URLSearchParams,
  changes: Readonly<Record<string, string | null>>,
): URLSearchParams {
  const next = new URLSearchParams(address);
  next.delete('side');
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || (name === 'status' && value === 'apne')) next.delete(name);
    else next.set(name, value);
  }
  return next;
}

type ActionsQuery = NonNullable<Asked<'/api/actions'>['query']>;

/** Days from today to Sunday, the end of the week. */
const daysLeftOfWeek = (today: Day): number => daysBetween(today, addDays(today, 7 - weekdayOf(today)));

const ASKED: Readonly<Record<Status, (today: Day) => ActionsQuery>> = {
  apne: () => ({ status: 'open' }),
  'over-frist': () => ({ overdue: 'true' }),
  'denne-uka': (today) => ({ dueWithin: daysLeftOfWeek(today) }),
  'uten-svar': () => ({ status: 'agreed' }),
  'sagt-nei': () => ({ declined: 'true' }),
  'ikke-fulgt-opp': () => ({ followUpMissed: 'true' }),
  'til-vurdering': () => ({ status: 'completed' }),
  avsluttet: () => ({ status: 'ended' }),
};

/** API parameters for the owner. */
export const askedOf = ({ owner, unitId, serviceId }: Filters): Pick<ActionsQuery, 'owner' | 'unit' | 'service'> => ({
  ...(owner !== 'alle' && { owner: owner === 'meg' ? 'me' : owner }),
  ...(unitId && { unit: unitId }),
  ...(serviceId && { service: serviceId }),
});

/** API parameters for the filters. */
export const askedFor = (filters: Filters, today: Day): ActionsQuery => ({
  ...askedOf(filters),
  ...ASKED[filters.status](today),
});

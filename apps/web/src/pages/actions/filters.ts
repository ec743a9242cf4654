import type { Who } from '../../frame/session.js';
import { daysBetween, addDays, weekdayOf, type Day } from '../../words/dates.js';
import type { Asked } from '../../api/reads.js';

/** What a list of actions waits for, as the address says it. */
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

/** What the address asks for. Codes and ids only: it is sent to colleagues. */
export interface Filters {
  /** `meg`, `alle`, or a person's id. */
  readonly owner: string;
  readonly status: Status;
  readonly unitId: string | null;
  readonly serviceId: string | null;
  readonly page: number;
}

type Roles = Pick<Who, 'roles'>;
const SEE_OTHERS = ['coordinator', 'unit-leader', 'meeting-chair', 'service-unit-leader'] as const;
/** Those who lead begin with everything they answer for; others with what is theirs. */
const leads = ({ roles }: Roles) => roles.some(({ role }) => SEE_OTHERS.some((it) => it === role));
/** Whether there is more to choose than what is one's own: who sat in a meeting reads what it agreed. */
export const seesOthers = (who: Roles): boolean =>
  leads(who) || who.roles.some(({ role }) => role === 'service-member');

/** The filters in an address; what it does not understand is as if it were not there. */
export function filtersIn(address: URLSearchParams, who: Roles): Filters {
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

/** The address with some filters changed. The list begins anew, and what is as it would be anyway is left out. */
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

/** Days from today to Sunday, on which the week ends. */
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

/** Whose actions are asked for. */
export const askedOf = ({ owner, unitId, serviceId }: Filters): Pick<ActionsQuery, 'owner' | 'unit' | 'service'> => ({
  ...(owner !== 'alle' && { owner: owner === 'meg' ? 'me' : owner }),
  ...(unitId && { unit: unitId }),
  ...(serviceId && { service: serviceId }),
});

/** What the API is asked for. */
export const askedFor = (filters: Filters, today: Day): ActionsQuery => ({
  ...askedOf(filters),
  ...ASKED[filters.status](today),
});

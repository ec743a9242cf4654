import type { CalendarDate } from '#platform/kernel';
import {
  hostOn,
  isClosedOn,
  isHeld,
  isObligedApartFromClosures,
  type HeldRole,
  type PersonDto,
  type ServiceDto,
  type UnitDto,
} from '../../contract/index.js';

/** Why a person is proposed: they lead the unit or its meetings, or are the contact of a service that must attend. */
export type StandingReason =
  | { readonly reason: 'unit-leader' | 'meeting-chair'; readonly serviceId: null }
  | { readonly reason: 'service'; readonly serviceId: string };

export interface ProposedParticipant {
  readonly personId: string;
  readonly deputyId: string | null;
  /** Every reason, the first one deciding the place in the list. */
  readonly reasons: readonly StandingReason[];
}
/** A reason for which nobody was found. */
export type Lacking = Exclude<StandingReason, { readonly reason: 'meeting-chair' }>;

export interface ProposedTable {
  readonly unitId: string;
  /** True when the unit has standing participants: they are left as they are, and nothing is proposed. */
  readonly isSet: boolean;
  readonly participants: readonly ProposedParticipant[];
  readonly lacking: readonly Lacking[];
}

/** The registry of one municipality, each list in the order in which it is shown. */
export interface RegistryOfTables {
  readonly units: readonly Pick<UnitDto, 'unitId' | 'services' | 'standing'>[];
  readonly services: readonly Pick<ServiceDto, 'serviceId' | 'closures'>[];
  readonly people: readonly Pick<PersonDto, 'personId' | 'roles'>[];
}

/**
 * True for a unit that has standing participants, or needs them since it is obliged to meet and meets by itself: at the
 * meetings of a host, the host's take part.
 */
export const isAmongTables = (
  unit: Pick<UnitDto, 'standing' | 'obligations' | 'hosts' | 'closures'>,
  day: CalendarDate,
) => unit.standing.length > 0 || (isObligedApartFromClosures(unit, day) && hostOn(unit, day) === null);

/**
 * Standing participants for every unit that has none: who leads it, who leads its meetings, and for each open service
 * that must attend its contact at the unit. A service without a contact who is at work is represented by its member if
 * it has only one. The deputy of a service's contact is its other member, if it has exactly one other. Nobody is
 * proposed twice, and everybody proposed holds a role on the day.
 */
export function proposeStanding({ units, services, people }: RegistryOfTables, today: CalendarDate): ProposedTable[] {
  const held = people.flatMap(({ personId, roles }) =>
    roles.filter((role) => isHeld(role, today)).map((role) => ({ ...role, personId })),
  );
  const active = new Set(held.map(({ personId }) => personId));
  const atUnit = Map.groupBy(held, ({ unitId }) => unitId);
  const members = Map.groupBy(held.filter(isMember), ({ serviceId }) => serviceId);
  const open = services.filter(({ closures }) => !isClosedOn(closures, today));
  return units.map(({ unitId, services: serving, standing }) => {
    if (standing.length > 0) return { unitId, isSet: true, participants: [], lacking: [] };
    const here = atUnit.get(unitId) ?? [];
    const attending = open.flatMap(
      ({ serviceId }) => serving.find((it) => it.serviceId === serviceId && it.mustAttend) ?? [],
    );
    const wanted = [
      ...leading(here, 'unit-leader'),
      ...leading(here, 'meeting-chair'),
      ...attending.flatMap((it) => representing(it, idsOf(members.get(it.serviceId) ?? []), active)),
    ];
    const found = new Set(wanted.flatMap(({ reasons }) => reasons.map(keyOf)));
    const sought: readonly Lacking[] = [
      { reason: 'unit-leader', serviceId: null },
      ...attending.map(({ serviceId }) => ({ reason: 'service' as const, serviceId })),
    ];
    return {
      unitId,
      isSet: false,
      participants: merged(wanted),
      lacking: sought.filter((reason) => !found.has(keyOf(reason))),
    };
  });
}

type Held = HeldRole & { readonly personId: string };

const isMember = ({ role }: HeldRole) => role === 'service-member';
const idsOf = (held: readonly Held[]): readonly string[] => [...new Set(held.map(({ personId }) => personId))];
const keyOf = ({ reason, serviceId }: StandingReason) => serviceId ?? reason;

const leading = (here: readonly Held[], role: 'unit-leader' | 'meeting-chair'): readonly ProposedParticipant[] =>
  idsOf(here.filter((it) => it.role === role)).map((personId) => ({
    personId,
    deputyId: null,
    reasons: [{ reason: role, serviceId: null }],
  }));

/** The contact of the service at the unit, or its only member. */
function representing(
  { serviceId, contactId }: UnitDto['services'][number],
  members: readonly string[],
  active: ReadonlySet<string>,
): readonly ProposedParticipant[] {
  const contact = contactId !== null && active.has(contactId) ? contactId : members.length === 1 ? members[0]! : null;
  if (contact === null) return [];
  const reasons = [{ reason: 'service', serviceId }] as const;
  return [{ personId: contact, deputyId: onlyOther(members, contact), reasons }];
}

function onlyOther(members: readonly string[], personId: string): string | null {
  const others = members.filter((id) => id !== personId);
  return others.length === 1 ? others[0]! : null;
}

/** One entry for each person, at their first place; of several deputies the first. */
const merged = (wanted: readonly ProposedParticipant[]): readonly ProposedParticipant[] =>
  [...Map.groupBy(wanted, ({ personId }) => personId)].map(([personId, all]) => ({
    personId,
    deputyId: all.find(({ deputyId }) => deputyId !== null)?.deputyId ?? null,
    reasons: all.flatMap(({ reasons }) => reasons),
  }));

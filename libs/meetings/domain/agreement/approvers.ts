import type { CalendarDate } from '#platform/kernel';
import { isHeld, servicesOf, type PersonDto, type ServiceDto } from '#registry/contract';
import type { AgreementContent, AgreementParty } from '../../contract/agreement.events.js';
import { speaksForServices } from './agreement.decider.js';

/** People and services of a municipality on a day. */
export interface PossibleApprovers {
  readonly day: CalendarDate;
  readonly people: readonly Pick<PersonDto, 'personId' | 'roles'>[];
  readonly services: readonly Pick<ServiceDto, 'serviceId' | 'serviceUnitId'>[];
}

/** The people who can approve an agreement of the unit for the party that day (ADR 0349). */
export function approversOf(
  party: AgreementParty,
  unitId: string,
  { services: inAgreement }: Pick<AgreementContent, 'services'>,
  { day, people, services }: PossibleApprovers,
): readonly string[] {
  const held = people.map(({ personId, roles }) => ({ personId, roles: roles.filter((role) => isHeld(role, day)) }));
  if (party === 'unit')
    return held
      .filter(({ roles }) => roles.some(({ role, unitId: at }) => role === 'unit-leader' && at === unitId))
      .map(({ personId }) => personId);
  const agreed = new Set<string>(inAgreement.map(({ serviceId }) => serviceId));
  const leads = ({ roles }: (typeof held)[number]) =>
    servicesOf(
      roles.filter(({ role }) => role === 'service-unit-leader'),
      services,
    ).some((id) => agreed.has(id));
  const hasLeader = held.some(leads);
  return held
    .filter((person) =>
      speaksForServices({
        leadsService: leads(person),
        isCoordinator: person.roles.some(({ role }) => role === 'coordinator'),
        hasLeader,
      }),
    )
    .map(({ personId }) => personId);
}

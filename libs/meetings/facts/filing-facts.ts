import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import { OpenActions, type ActionOnDayDto } from '#actions/contract';
import { Directory, isActive, isHeld, servicesOf, type PersonDto, type ServiceDto } from '#registry/contract';
import type { Protocol } from '../contract/protocol.js';
import type { ProtocolDraft } from '../domain/draft/protocol-draft.js';
import type { FilingFacts, OpenOnTheDay, PersonOnTheDay } from '../domain/meeting/meeting.commands.js';

/** Reads the facts that filing needs from other contexts: roles on the day of the meeting, and open actions. */
@Injectable()
export class FilingFactsReader {
  constructor(
    private readonly directory: Directory,
    private readonly actions: OpenActions,
  ) {}

  /** Like `of`, with the used ids among the new actions, for filing and correction. */
  async forFiling(...parameters: Parameters<FilingFactsReader['of']>) {
    const [tenant, , draft] = parameters;
    const [facts, usedActionIds] = await Promise.all([
      this.of(...parameters),
      this.actions.used(
        tenant,
        draft.actions.map(({ actionId }) => actionId),
      ),
    ]);
    return { ...facts, usedActionIds };
  }

  /** `otherwiseOn`: the meeting's own day, used when the draft has none; `previous`: the version to correct. */
  async of(
    tenant: string,
    unitIds: readonly string[],
    draft: ProtocolDraft,
    otherwiseOn: CalendarDate,
    today: CalendarDate,
    previous?: Pick<Protocol, 'actions' | 'earlierActions'>,
  ): Promise<Omit<FilingFacts, 'openActions'> & { readonly openActions: readonly (OpenOnTheDay & ActionOnDayDto)[] }> {
    const on = draft.heldOn ?? otherwiseOn;
    const decided = [...draft.earlierActions, ...(previous?.earlierActions ?? []), ...(previous?.actions ?? [])];
    const [openActions, services, actionStates] = await Promise.all([
      this.actions.openOn(tenant, unitIds, on),
      this.directory.services(tenant),
      this.actions.states(
        tenant,
        decided.map(({ actionId }) => actionId),
      ),
    ]);
    const ids = [
      ...new Set([...namedIn(draft), ...openActions.flatMap(({ ownerId, ownerNowId }) => [ownerId, ownerNowId])]),
    ];
    const people = await this.directory.people(tenant, ids);
    const byId = new Map(people.map((person) => [person.personId, person]));
    const isActiveOn = (personId: string, day: CalendarDate) => {
      const person = byId.get(personId);
      return person !== undefined && isActive(person, day);
    };
    return {
      people: people.map((person) => onTheDay(person, services, on)),
      serviceIds: services.map(({ serviceId }) => serviceId),
      openActions: openActions.map((action) => ({
        ...action,
        hasActiveOwner: isActiveOn(action.ownerId, on) || isActiveOn(action.ownerNowId, today),
      })),
      actionStates,
    };
  }
}

/** All people in a draft. */
export const namedIn = ({ participants, actions, chairId, minuteTakerId }: ProtocolDraft): string[] =>
  [
    chairId,
    minuteTakerId,
    ...participants.flatMap(({ personId, deputyId }) => [personId, deputyId]),
    ...actions.flatMap(({ ownerId, contributors }) => [ownerId, ...contributors.map(({ personId }) => personId)]),
  ].filter((id) => id !== null);

/** All services in its new actions. */
export const servicesIn = ({ actions }: Pick<ProtocolDraft, 'actions'>): string[] =>
  actions
    .flatMap(({ ownerServiceId, contributors }) => [ownerServiceId, ...contributors.map(({ serviceId }) => serviceId)])
    .filter((id) => id !== null);

function onTheDay(person: PersonDto, services: readonly ServiceDto[], on: CalendarDate): PersonOnTheDay {
  const held = person.roles.filter((role) => isHeld(role, on));
  return {
    personId: person.personId,
    active: isActive(person, on),
    unitIds: held.flatMap(({ unitId }) => unitId ?? []),
    serviceIds: servicesOf(held, services),
  };
}

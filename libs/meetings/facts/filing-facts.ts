import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import { OpenActions, type OpenActionDto } from '#actions/contract';
import { Directory, isActive, isHeld, type PersonDto, type ServiceDto } from '#registry/contract';
import type { Protocol } from '../contract/protocol.js';
import type { ProtocolDraft } from '../domain/draft/protocol-draft.js';
import type { FilingFacts, PersonOnTheDay } from '../domain/meeting/meeting.commands.js';

/** Reads what filing must know of others: who held which role on the meeting's day, and which actions are open. */
@Injectable()
export class FilingFactsReader {
  constructor(
    private readonly directory: Directory,
    private readonly actions: OpenActions,
  ) {}

  /** As `of`, and which ids of the new actions are used: what must hold when it is filed or corrected. */
  async forFiling(...asked: Parameters<FilingFactsReader['of']>) {
    const [municipality, , draft] = asked;
    const [facts, usedActionIds] = await Promise.all([
      this.of(...asked),
      this.actions.used(
        municipality,
        draft.actions.map(({ actionId }) => actionId),
      ),
    ]);
    return { ...facts, usedActionIds };
  }

  /** `otherwiseOn`: the day to look at where the draft does not say its day yet; `previous`: what it corrects. */
  async of(
    municipality: string,
    unitIds: readonly string[],
    draft: ProtocolDraft,
    otherwiseOn: CalendarDate,
    previous?: Pick<Protocol, 'actions' | 'earlierActions'>,
  ): Promise<FilingFacts & { readonly openActions: readonly OpenActionDto[] }> {
    const decided = [...draft.earlierActions, ...(previous?.earlierActions ?? []), ...(previous?.actions ?? [])];
    const [openActions, services, standing] = await Promise.all([
      this.actions.ofUnits(municipality, unitIds),
      this.directory.services(municipality),
      this.actions.standing(
        municipality,
        decided.map(({ actionId }) => actionId),
      ),
    ]);
    const ids = [...new Set([...namedIn(draft), ...openActions.map(({ ownerId }) => ownerId)])];
    const people = await this.directory.people(municipality, ids);
    const on = draft.heldOn ?? otherwiseOn;
    return {
      people: people.map((person) => onTheDay(person, services, on)),
      serviceIds: services.map(({ serviceId }) => serviceId),
      openActions,
      standing,
    };
  }
}

/** Everyone whom a draft names. */
export const namedIn = ({ participants, actions, chairId, minuteTakerId }: ProtocolDraft): string[] =>
  [
    chairId,
    minuteTakerId,
    ...participants.flatMap(({ personId, deputyId }) => [personId, deputyId]),
    ...actions.flatMap(({ ownerId, contributors }) => [ownerId, ...contributors.map(({ personId }) => personId)]),
  ].filter((id) => id !== null);

/** Every service that its new actions name. */
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
    serviceIds: held.flatMap(({ serviceId, serviceUnitId }) => [
      ...(serviceId === null ? [] : [serviceId]),
      ...(serviceUnitId === null
        ? []
        : services.filter((service) => service.serviceUnitId === serviceUnitId).map((service) => service.serviceId)),
    ]),
  };
}

import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Asker } from '#platform/identity';
import { isClosedOn } from '../../contract/index.js';
import { isAmongTables, proposeStanding } from '../../domain/unit/propose-standing.js';
import { PersonRow } from '../person-register/person-register.entity.js';
import { ServiceRow } from '../service-register/service-register.entity.js';
import { UnitRow } from '../unit-register/unit-register.entity.js';
import type { StandingProposal } from './standing-proposal.dto.js';

export class ProposeStandingParticipants extends Query<StandingProposal> {
  constructor(readonly asker: Asker) {
    super();
  }
}

/** Standing participants of every open unit that has or needs them: those it has, or a proposal. */
@QueryHandler(ProposeStandingParticipants)
export class ProposeStandingParticipantsHandler implements IQueryHandler<ProposeStandingParticipants> {
  constructor(private readonly readSide: ReadSide) {}

  execute({ asker: { tenant, today } }: ProposeStandingParticipants): Promise<StandingProposal> {
    return this.readSide.in(tenant, async (rows) => {
      // One after the other: the connection of a transaction runs one query at a time.
      const all = await rows.find(UnitRow, { where: { tenant }, order: { name: 'asc', unitId: 'asc' } });
      const services = await rows.find(ServiceRow, { where: { tenant }, order: { name: 'asc', serviceId: 'asc' } });
      const people = await rows.find(PersonRow, { where: { tenant }, order: { name: 'asc', personId: 'asc' } });
      const open = all.filter(({ closures }) => !isClosedOn(closures, today));
      const units = open.filter((unit) => isAmongTables(unit, today));
      const named = new Map(people.map((person) => [person.personId, person]));
      const withName = (personId: string) => {
        const { name = '', title = null } = named.get(personId) ?? {};
        return { personId, name, title };
      };
      const proposed = new Map(
        proposeStanding({ units, services, people }, today).map((table) => [table.unitId, table]),
      );
      return {
        units: units.map(({ unitId, name, kind, area, revision, standing }) => {
          const { isSet, participants, lacking } = proposed.get(unitId)!;
          const shown = isSet ? standing.map((it) => ({ ...it, reasons: [] })) : participants;
          return {
            unitId,
            name,
            kind,
            area,
            revision: String(revision),
            isSet,
            participants: shown.map(({ personId, deputyId, reasons }) => ({
              ...withName(personId),
              deputyId,
              deputyName: deputyId === null ? null : withName(deputyId).name,
              reasons: [...reasons],
            })),
            lacking: [...lacking],
          };
        }),
        leftOut: open.length - units.length,
        services: services.map(({ serviceId, name }) => ({ serviceId, name })),
      };
    });
  }
}

import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { addDays, refuse, type CalendarDate } from '#platform/kernel';
import { Directory, isClosedOn, isOpenUnit, placeOf } from '#registry/contract';
import { OpenActions } from '../../contract/index.js';

/** Consequences of closing a service or a service unit after a day, shown to the coordinator before and after. */
export class PreviewServiceClosing extends Query<object> {
  constructor(
    readonly placeId: string,
    readonly lastDay: CalendarDate,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(PreviewServiceClosing)
export class PreviewServiceClosingHandler implements IQueryHandler<PreviewServiceClosing> {
  constructor(
    private readonly actions: OpenActions,
    private readonly directory: Directory,
  ) {}

  async execute({ placeId, lastDay, asker: { tenant, today } }: PreviewServiceClosing) {
    const [services, serviceUnits, units, people, actions] = await Promise.all([
      this.directory.services(tenant),
      this.directory.serviceUnits(tenant),
      this.directory.units(tenant),
      this.directory.people(tenant),
      this.actions.leftBehindBy(tenant, placeId, lastDay, today),
    ]);
    const isKnown = [...services.map((it) => it.serviceId), ...serviceUnits.map((it) => it.serviceUnitId)];
    if (!isKnown.includes(placeId)) return refuse('NOT_FOUND');
    const after = addDays(lastDay, 1);
    return {
      actions: [...actions],
      roles: people.flatMap(({ personId, name, roles }) =>
        roles
          .filter((role) => placeOf(role) === placeId && (role.to === null || role.to > lastDay))
          .map(({ role }) => ({ personId, name, role })),
      ),
      units: units
        .filter((unit) => isOpenUnit(unit, after) && unit.services.some(({ serviceId }) => serviceId === placeId))
        .map(({ unitId, name }) => ({ unitId, name })),
      services: services
        .filter(({ serviceUnitId, closures }) => serviceUnitId === placeId && !isClosedOn(closures, after))
        .map(({ serviceId, name }) => ({ serviceId, name })),
    };
  }
}

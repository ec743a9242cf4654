import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { days, firstDayOf, lastDayOf, refuse, schoolYearOf, type Month } from '#platform/kernel';
import type { Collision } from '../../domain/year-plan/planned-attendance.js';
import { YearPlans } from '../../facts/year-plans.js';
import type { FreeDaysWanted } from './list-free-days.dto.js';

/** For each day of a month, the people who could not come to the unit's meeting at that hour. */
export class ListFreeDays extends Query<object> {
  constructor(
    readonly unitId: string,
    readonly month: Month,
    readonly wanted: FreeDaysWanted,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListFreeDays)
export class ListFreeDaysHandler implements IQueryHandler<ListFreeDays> {
  constructor(private readonly plans: YearPlans) {}

  async execute({ unitId, month, wanted: { startsAt, meetingId }, asker: { tenant, today } }: ListFreeDays) {
    const found = await this.plans.tables(tenant, schoolYearOf(month), unitId, today);
    if (!found) return refuse('NOT_FOUND');
    const { tables, facts, people, services } = found;
    const key = meetingId ?? `${unitId}/${month}`;
    return {
      items: [...days(firstDayOf(month), lastDayOf(month))].map((on) => {
        const away = facts.whyAway(on);
        const unitIds = [unitId, ...facts.guestsOn(on)];
        const collisions: readonly Collision[] = away ? [] : tables.collisionsOf({ key, unitIds, on, startsAt });
        const one = collisions.find((it) => it.kind === 'unit');
        return {
          on,
          away,
          busy: collisions.flatMap((it) =>
            it.kind === 'person'
              ? { personId: it.personId, name: people.get(it.personId) ?? '', startsAt: it.startsAt }
              : [],
          ),
          full: collisions.flatMap((it) =>
            it.kind === 'service' ? { serviceId: it.serviceId, name: services.get(it.serviceId) ?? '' } : [],
          ),
          unitMeets: one ? one.startsAt : null,
        };
      }),
    };
  }
}

import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isPublicHoliday } from '#platform/holidays';
import { scopeOf, type Asker } from '#platform/identity';
import type { ActionId, PersonId, ServiceId, UnitId } from '#platform/kernel';
import { ServiceActions } from '#actions/contract';
import { ServiceAbsences } from '#meetings/contract';
import { DEFAULT_SETTINGS, Directory, isActive, ladderOf, workingDaysAtUnits } from '#registry/contract';
import { serviceNeeds, toldToServiceLeaderFrom } from '../../domain/service-needs/service-needs.js';
import type { ServiceNeedsAnswer } from './service-needs.dto.js';

/** Needs of the leader of services, each with its reason. */
export class ReadServiceNeeds extends Query<ServiceNeedsAnswer> {
  constructor(readonly asker: Asker) {
    super();
  }
}

const ROWS_OF_EACH = 3;

@QueryHandler(ReadServiceNeeds)
export class ReadServiceNeedsHandler implements IQueryHandler<ReadServiceNeeds> {
  constructor(
    private readonly actions: ServiceActions,
    private readonly absences: ServiceAbsences,
    private readonly directory: Directory,
  ) {}

  async execute({ asker }: ReadServiceNeeds): Promise<ServiceNeedsAnswer> {
    const { tenant, today } = asker;
    const scope = scopeOf(asker, 'service-figures.read');
    const services = await this.directory.services(tenant);
    const ids = scope.all ? services.map(({ serviceId }) => serviceId) : scope.serviceIds;
    const [municipality, actions, absences, units, calendars] = await Promise.all([
      this.directory.municipality(tenant),
      this.actions.openOf(tenant, ids),
      this.absences.inARow(tenant, today, ids),
      this.directory.units(tenant),
      this.directory.calendars(tenant),
    ]);
    const people = await this.directory.people(tenant, [...new Set(actions.map(({ ownerId }) => ownerId))]);
    const active = new Set(people.filter((person) => isActive(person, today)).map(({ personId }) => personId));
    const names = new Map([
      ...services.map(({ serviceId, name }) => [serviceId, name] as const),
      ...units.map(({ unitId, name }) => [unitId, name] as const),
      ...people.map(({ personId, name }) => [personId, name] as const),
    ]);
    const nameOf = (id: string) => names.get(id) ?? null;
    const unitOf = (unitId: string) => ({ unitId: unitId as UnitId, name: nameOf(unitId) });
    const { since: workingDaysSince } = workingDaysAtUnits(today, { units, calendars, isPublicHoliday });
    const needs = serviceNeeds(
      {
        actions,
        absences,
        isActive: (personId) => active.has(personId),
        workingDaysSince,
        longOverdueFrom: toldToServiceLeaderFrom(ladderOf(municipality?.settings ?? DEFAULT_SETTINGS)),
      },
      today,
    );
    return {
      today,
      needs: needs.map((need) => ({
        kind: need.kind,
        service: { serviceId: need.serviceId as ServiceId, name: nameOf(need.serviceId) },
        count: need.actions.length + need.absences.length,
        actions: need.actions
          .slice(0, ROWS_OF_EACH)
          .map(({ action: { actionId, text, unitIds, ...it }, overdue, workingDaysOverdue }) => ({
            actionId: actionId as ActionId,
            text,
            units: unitIds.map(unitOf),
            owner: { personId: it.ownerId as PersonId, name: nameOf(it.ownerId) },
            dueOn: it.dueOn,
            overdue,
            workingDaysOverdue,
          })),
        absences: need.absences
          .slice(0, ROWS_OF_EACH)
          .map(({ unitId, times, lastOn }) => ({ unit: unitOf(unitId), times, lastOn })),
      })),
    };
  }
}

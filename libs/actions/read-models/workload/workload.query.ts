import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import { scopeOf, type Asker } from '#platform/identity';
import { addMonths, lastDayOf, monthOf, type CalendarDate } from '#platform/kernel';
import { Directory, isActive, isClosedOn, isHeld, type PersonDto, type UnitDto } from '#registry/contract';
import { carriedOn, loadOn, NO_LOAD, type CarriedAction, type Load } from '../../domain/workload/workload.js';
import { CarriedActionRow } from './carried-action.entity.js';
import type { WorkloadAnswer } from './workload.dto.js';

/** Load of the asker's services (indicators 18, 26 and 30), for their leaders and the coordinator. */
export class ReadWorkload extends Query<WorkloadAnswer> {
  constructor(readonly asker: Asker) {
    super();
  }
}

const MONTHS_SHOWN = 12;

@QueryHandler(ReadWorkload)
export class ReadWorkloadHandler implements IQueryHandler<ReadWorkload> {
  constructor(
    private readonly readSide: ReadSide,
    private readonly directory: Directory,
  ) {}

  async execute({ asker }: ReadWorkload): Promise<WorkloadAnswer> {
    const { tenant, today } = asker;
    const scope = scopeOf(asker, 'service-figures.read');
    const days = monthEnds(today);
    const [all, people, units, actions] = await Promise.all([
      this.directory.services(tenant),
      this.directory.people(tenant),
      this.directory.units(tenant),
      this.carriedSince(tenant, days[0]!),
    ]);
    const services = all.filter(
      ({ serviceId, closures }) => (scope.all || scope.serviceIds.includes(serviceId)) && !isClosedOn(closures, today),
    );
    const before = sameDayLastMonth(today);
    const ofServices = (day: CalendarDate) => loadOn(actions, day, ({ ownerServiceId }) => ownerServiceId);
    const [now, then, months] = [ofServices(today), ofServices(before), days.map(ofServices)];
    return {
      today,
      before,
      services: services.map(({ serviceId, name }) => ({
        serviceId,
        name,
        ...(now.get(serviceId) ?? NO_LOAD),
        before: then.get(serviceId) ?? NO_LOAD,
        byMonth: months.map((loads, i) => ({ on: days[i]!, ...(loads.get(serviceId) ?? NO_LOAD) })),
      })),
      people: services.flatMap(({ serviceId }) => peopleOf(serviceId, actions, people, units, today)).sort(byLoad),
    };
  }

  private carriedSince(tenant: string, day: CalendarDate): Promise<CarriedActionRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(CarriedActionRow, 'a')
        .where('a.tenant = :tenant and (a.endedOn is null or a.endedOn > :day)', { tenant, day })
        .getMany(),
    );
  }
}

type PersonLoad = WorkloadAnswer['people'][number];

function peopleOf(
  serviceId: string,
  actions: readonly CarriedAction[],
  people: readonly PersonDto[],
  units: readonly UnitDto[],
  today: CalendarDate,
): PersonLoad[] {
  const mine = actions.filter((action) => carriedOn(action, today)?.ownerServiceId === serviceId);
  const loads = loadOn(mine, today, ({ ownerId }) => ownerId);
  const isMember = ({ roles }: PersonDto) => roles.some((role) => role.serviceId === serviceId && isHeld(role, today));
  const known = new Map(people.map((person) => [person.personId, person]));
  const ids = new Set([...people.filter(isMember).map(({ personId }) => personId), ...loads.keys()]);
  return [...ids].map((personId) => {
    const person = known.get(personId);
    const load: Load = loads.get(personId) ?? NO_LOAD;
    return {
      personId: personId,
      name: person?.name ?? null,
      title: person?.title ?? null,
      serviceId: serviceId,
      ...load,
      units: units.filter((unit) => isServedBy(unit, personId, serviceId, today)).length,
      hasLeft: !person || !isActive(person, today),
    };
  });
}

const isServedBy = (
  { standing, services, closures }: UnitDto,
  personId: string,
  serviceId: string,
  today: CalendarDate,
): boolean =>
  !isClosedOn(closures, today) &&
  (standing.some((seat) => seat.personId === personId) ||
    services.some((it) => it.serviceId === serviceId && it.contactId === personId));

const collator = new Intl.Collator('nb');
const byLoad = (a: PersonLoad, b: PersonLoad) =>
  b.overdue - a.overdue || b.open - a.open || collator.compare(a.name ?? '', b.name ?? '');

/** The last day of each earlier month, and today. */
const monthEnds = (today: CalendarDate): CalendarDate[] => [
  ...Array.from({ length: MONTHS_SHOWN - 1 }, (_, i) => lastDayOf(addMonths(monthOf(today), i + 1 - MONTHS_SHOWN))),
  today,
];

/** The same day of the previous month, or its last day if it is shorter. */
function sameDayLastMonth(today: CalendarDate): CalendarDate {
  const month = addMonths(monthOf(today), -1);
  const day = `${month}-${today.slice(8)}` as CalendarDate;
  return day > lastDayOf(month) ? lastDayOf(month) : day;
}

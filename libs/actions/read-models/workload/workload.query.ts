import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import { scopeOf, type Asker } from '#platform/identity';
import { addMonths, lastDayOf, monthOf, schoolYearOf, type CalendarDate } from '#platform/kernel';
import { Directory, isActive, isClosedOn, isHeld, type PersonDto, type UnitDto } from '#registry/contract';
import { FactsInTransaction, periodOf, type KnownFacts } from '#statistics/contract';
import { loadOfPeople, loadOfServices, LOAD_FIGURES, NO_LOAD } from './load-figures.js';
import type { WorkloadAnswer } from './workload.dto.js';

/** Load of the asker's services (indicators 18, 19 and 30), for their leaders and the coordinator. */
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
    private readonly facts: FactsInTransaction,
  ) {}

  async execute({ asker }: ReadWorkload): Promise<WorkloadAnswer> {
    const { tenant, today } = asker;
    const scope = scopeOf(asker, 'service-figures.read');
    const days = monthEnds(today);
    const before = sameDayLastMonth(today);
    const [all, people, units, { facts, earlier }] = await Promise.all([
      this.directory.services(tenant),
      this.directory.people(tenant),
      this.directory.units(tenant),
      this.known(tenant, days[0]!, before, today),
    ]);
    const services = all.filter(
      ({ serviceId, closures }) => (scope.all || scope.serviceIds.includes(serviceId)) && !isClosedOn(closures, today),
    );
    const [then, months] = [loadOfServices(earlier, before), days.map((day) => loadOfServices(facts, day))];
    const now = months.at(-1)!;
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
      people: services.flatMap(({ serviceId }) => peopleOf(serviceId, facts, people, units)).sort(byLoad),
    };
  }

  /** The facts of today, and those of the day last month. */
  private known(tenant: string, since: CalendarDate, before: CalendarDate, today: CalendarDate) {
    return this.readSide.atOneMoment(tenant, this.facts.tables, async (tables) => {
      const period = periodOf(`${schoolYearOf(since)}-${schoolYearOf(today) + 1}`)!;
      const month = periodOf(monthOf(before))!;
      return {
        facts: await this.facts.read(tables, tenant, { indicators: LOAD_FIGURES, period, today }),
        earlier: await this.facts.read(tables, tenant, { indicators: LOAD_FIGURES, period: month, today: before }),
      };
    });
  }
}

type PersonLoad = WorkloadAnswer['people'][number];

function peopleOf(
  serviceId: string,
  facts: KnownFacts,
  people: readonly PersonDto[],
  units: readonly UnitDto[],
): PersonLoad[] {
  const { today } = facts;
  const loads = loadOfPeople(facts, serviceId);
  const isMember = ({ roles }: PersonDto) => roles.some((role) => role.serviceId === serviceId && isHeld(role, today));
  const known = new Map(people.map((person) => [person.personId, person]));
  const ids = new Set([...people.filter(isMember).map(({ personId }) => personId), ...loads.keys()]);
  return [...ids].map((personId) => {
    const person = known.get(personId);
    const load = loads.get(personId) ?? NO_LOAD;
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

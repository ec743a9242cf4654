import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { monthOf, refuse, type CalendarDate, type Refused } from '#platform/kernel';
import { Directory, UnitKind } from '#registry/contract';
import { isStepDone, readinessOf, yearToPrepare } from '../../contract/index.js';
import { obligedMonths, workingMonths } from '../../domain/year-plan/obliged-months.js';
import { UnitCalendars } from '../../facts/unit-calendars.js';
import { MeetingLists } from '../meeting-register/meeting-lists.js';
import { MOST_NAMED, type ReadinessAnswer } from './readiness.dto.js';

/** Steps that the municipality lacks before its units can meet. */
export class ReadReadiness extends Query<ReadinessAnswer | Refused<'NOT_FOUND'>> {
  constructor(
    readonly tenant: string,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@QueryHandler(ReadReadiness)
export class ReadReadinessHandler implements IQueryHandler<ReadReadiness> {
  constructor(
    private readonly directory: Directory,
    private readonly calendars: UnitCalendars,
    private readonly lists: MeetingLists,
  ) {}

  async execute({ tenant, today }: ReadReadiness): Promise<ReadinessAnswer | Refused<'NOT_FOUND'>> {
    const municipality = await this.directory.municipality(tenant);
    if (!municipality) return refuse('NOT_FOUND');
    const { settings, confirmed } = municipality;
    const schoolYear = yearToPrepare(today, settings);
    const [units, services, people, calendars, isFreeFor, meetings] = await Promise.all([
      this.directory.units(tenant),
      this.directory.services(tenant),
      this.directory.people(tenant),
      this.directory.calendars(tenant),
      this.calendars.of(tenant),
      this.lists.ofYear(tenant, schoolYear),
    ]);
    const ofKind = new Map(UnitKind.options.map((kind) => [kind, workingMonths(schoolYear, isFreeFor(kind))]));
    const obliged = obligedMonths(units, (kind) => ofKind.get(kind)!, settings);
    const steps = readinessOf({
      today,
      confirmed,
      units,
      services,
      people,
      schoolYear,
      calendars,
      unitsToPlan: new Set(
        [...obliged].flatMap(([unitId, months]) => (months.some((month) => month > monthOf(today)) ? [unitId] : [])),
      ),
      plannedUnits: new Set(meetings.flatMap(({ unitIds }) => unitIds)),
    });
    return {
      isReady: steps.every(isStepDone),
      schoolYear,
      steps: steps.map((step) => ({
        ...step,
        lacking: step.lacking.slice(0, MOST_NAMED),
        isDone: isStepDone(step),
      })),
    };
  }
}

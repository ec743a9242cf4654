import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { addDays, refuse, type CalendarDate } from '#platform/kernel';
import { OpenActions } from '#actions/contract';
import { Directory, hostOn } from '#registry/contract';
import { ComingMeetings } from '../../facts/coming-meetings.js';

/** What the closure of a unit after a day would leave behind: for the coordinator, before and after it is decided. */
export class PreviewClosing extends Query<object> {
  constructor(
    readonly unitId: string,
    readonly lastDay: CalendarDate,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(PreviewClosing)
export class PreviewClosingHandler implements IQueryHandler<PreviewClosing> {
  constructor(
    private readonly meetings: ComingMeetings,
    private readonly actions: OpenActions,
    private readonly directory: Directory,
  ) {}

  async execute({ unitId, lastDay, asker: { municipality, today } }: PreviewClosing) {
    const [units, hosted, actions, people] = await Promise.all([
      this.directory.units(municipality),
      this.meetings.hostedBy(unitId, municipality),
      this.actions.leftBehindBy(municipality, unitId, lastDay, today),
      this.directory.people(municipality),
    ]);
    if (!units.some((unit) => unit.unitId === unitId)) return refuse('NOT_FOUND');
    return {
      meetings: hosted
        .filter(({ day }) => day > lastDay)
        .map(({ meetingId, day, startsAt }) => ({ meetingId, on: day, startsAt })),
      actions: [...actions],
      roles: people.flatMap(({ personId, name, roles }) =>
        roles
          .filter((role) => role.unitId === unitId && (role.to === null || role.to > lastDay))
          .map(({ role }) => ({ personId, name, role })),
      ),
      guests: units
        .filter((unit) => hostOn(unit, lastDay) === unitId || hostOn(unit, addDays(lastDay, 1)) === unitId)
        .map((unit) => ({ unitId: unit.unitId, name: unit.name })),
    };
  }
}

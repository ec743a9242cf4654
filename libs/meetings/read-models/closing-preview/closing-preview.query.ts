import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { addDays, monthOf, refuse, type CalendarDate } from '#platform/kernel';
import { OpenActions } from '#actions/contract';
import { Directory, hostOn } from '#registry/contract';
import { ComingMeetings } from '../../facts/coming-meetings.js';
import { UnitClosureStreams } from '../../streams/unit-closure.streams.js';
import type { MeetingRow } from '../meeting-register/meeting-register.entity.js';

/** Consequences of closing a unit after a day, for the coordinator before and after the decision. */
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
    private readonly closures: UnitClosureStreams,
  ) {}

  async execute({ unitId, lastDay, asker }: PreviewClosing) {
    const { tenant, today } = asker;
    const [units, hosted, actions, people] = await Promise.all([
      this.directory.units(tenant),
      this.meetings.hostedBy(unitId, tenant),
      this.actions.leftBehindBy(tenant, unitId, lastDay, today),
      this.directory.people(tenant),
    ]);
    if (!units.some((unit) => unit.unitId === unitId)) return refuse('NOT_FOUND');
    return {
      cancelled: await this.cancelled(unitId, asker, hosted),
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

  private async cancelled(unitId: string, { tenant, today }: Asker, hosted: readonly MeetingRow[]) {
    const { state } = await this.closures.load(unitId, tenant);
    if (state.status === 'closing') return [];
    const months = new Set(hosted.map(({ day }) => monthOf(day)));
    const rows = await this.meetings.named(state.cancelledIds, tenant);
    const wanted = rows.filter(
      ({ state: stands, day }) => stands === 'cancelled' && day >= today && !months.has(monthOf(day)),
    );
    // A meeting that was planned again and cancelled again is in the list twice with the same hour.
    return [...new Map(wanted.map((row) => [`${row.day} ${row.startsAt}`, row])).values()].map(
      ({ meetingId, kind, unitIds, day, startsAt, place }) => ({
        meetingId,
        kind,
        unitIds: [...unitIds],
        on: day,
        startsAt,
        place,
      }),
    );
  }
}

import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import {
  CLOCK,
  isRefused,
  type Refused,
  type CalendarDate,
  type Clock,
  type MeetingId,
  type SchoolYear,
  type TimeOfDay,
  type UnitId,
} from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { MovesMeeting } from '../domain/meeting/meeting.commands.js';
import { meeting, type MeetingRule } from '../domain/meeting/meeting.decider.js';
import type { Meeting } from '../domain/meeting/meeting.state.js';
import { isTaken, overlapping, type BookedHour, type Hour } from '../domain/school-year/booked-hours.js';
import { MeetingStreams } from './meeting.streams.js';
import { SchoolYearStreams, schoolYearId } from './school-year.streams.js';

/** Milliseconds for which an hour stays reserved when the command of its meeting ended between the two appends. */
const LEASE_MS = 30_000;

interface Wanted {
  readonly on: CalendarDate;
  readonly startsAt: TimeOfDay;
  readonly meetingId: MeetingId;
  readonly unitIds: readonly UnitId[];
  readonly schoolYear: SchoolYear;
}

/**
 * Reserves a meeting's hour: first in the year of every participating unit, always in the same order, then on its own
 * stream. Two overlapping meetings both write to the stream of a shared unit, so one of them is refused in any race.
 */
@Injectable()
export class MeetingHours {
  constructor(
    private readonly meetings: MeetingStreams,
    private readonly schoolYears: SchoolYearStreams,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async run(meetingId: MeetingId, command: MovesMeeting, context: CommandContext): Promise<Outcome<MeetingRule>> {
    const { state, revision } = await this.meetings.load(meetingId, context.tenant, context.reads);
    const decided = meeting.decide(command, state);
    const isStale = context.expected !== undefined && context.expected !== revision;
    // A repeated, ineffective or refused command reserves no hour.
    if (isStale || isRefused(decided) || decided.length === 0) return this.meetings.run(meetingId, command, context);
    const { unitIds, schoolYear } = command.type === 'PlanMeeting' ? command : asKnown(state);
    const wanted: Wanted = { meetingId, unitIds, schoolYear, on: command.on, startsAt: command.startsAt };
    const refusal = standsAt(state, wanted) ? undefined : await this.book(wanted, context);
    const outcome = refusal ?? (await this.meetings.run(meetingId, command, context));
    if (isRefused(outcome)) await this.giveBack(wanted, context);
    return outcome;
  }

  /** Reserved hours of a unit that overlap a wanted one and whose meetings are no longer there. */
  async freeHours(tenant: string, booked: readonly BookedHour[], wanted: readonly Hour[], but?: string) {
    const near = [...new Set(wanted.flatMap((hour) => overlapping(booked, hour, but)))];
    const now = this.clock.now().toISOString();
    const loaded = await Promise.all(near.map((hour) => this.meetings.load(hour.meetingId, tenant)));
    return near.filter((hour, i) => !isTaken(hour, loaded[i]!.state, now));
  }

  /**
   * Keeps the hours of a year's meetings in the years of those who sit at the table as guests, before the host's year is
   * decided: a guest that has an hour of its own refuses the plan. The policy that begins the meetings makes them stay.
   */
  async bookForGuests(
    guestIds: readonly UnitId[],
    schoolYear: SchoolYear,
    meetings: readonly (Hour & { readonly meetingId: MeetingId; readonly startsAt: TimeOfDay })[],
    context: CommandContext,
  ): Promise<Refused<'UNIT_MEETS_ALREADY'> | undefined> {
    for (const { meetingId, on, startsAt } of meetings) {
      const wanted: Wanted = { meetingId, unitIds: guestIds, schoolYear, on, startsAt };
      const refusal = await this.book(wanted, context);
      if (!refusal) continue;
      await this.releaseForGuests(guestIds, schoolYear, meetings, context);
      return { refused: [{ rule: 'UNIT_MEETS_ALREADY', at: 'meetings' }] };
    }
    return undefined;
  }

  /** After a refusal of the host's year: meetings that have not begun have no hour at their guests. */
  async releaseForGuests(
    guestIds: readonly UnitId[],
    schoolYear: SchoolYear,
    meetings: readonly (Hour & { readonly meetingId: MeetingId; readonly startsAt: TimeOfDay })[],
    context: CommandContext,
  ): Promise<void> {
    for (const { meetingId, on, startsAt } of meetings)
      await this.giveBack({ meetingId, unitIds: guestIds, schoolYear, on, startsAt }, context);
  }

  private async book({ meetingId, unitIds, schoolYear, on, startsAt }: Wanted, context: CommandContext) {
    for (const unitId of unitIds.toSorted()) {
      const id = schoolYearId(unitId, schoolYear);
      const { state } = await this.schoolYears.load(id, context.tenant);
      const freeHours = await this.freeHours(context.tenant, state.booked, [{ on, startsAt }], meetingId);
      const now = this.clock.now();
      const lease = { now: now.toISOString(), until: new Date(now.getTime() + LEASE_MS).toISOString() };
      const outcome = await this.schoolYears.run(
        id,
        { type: 'BookHour', unitId, schoolYear, meetingId, on, startsAt, lease, freeHours },
        step(context),
      );
      if (isRefused<MeetingRule>(outcome)) return outcome;
    }
    return undefined;
  }

  /** After a refusal: the meeting keeps the hour it has, or none. */
  private async giveBack({ meetingId, unitIds, schoolYear }: Wanted, context: CommandContext): Promise<void> {
    const { state } = await this.meetings.load(meetingId, context.tenant);
    for (const unitId of unitIds) {
      const of = { unitId, schoolYear, meetingId };
      await this.schoolYears.run(
        schoolYearId(unitId, schoolYear),
        state.status === 'unplanned' || state.status === 'cancelled'
          ? { type: 'ReleaseHour', ...of }
          : { type: 'BookHour', ...of, on: state.on, startsAt: state.startsAt, lease: null, freeHours: [] },
        step(context),
      );
    }
  }
}

const asKnown = (state: Meeting): Pick<Wanted, 'unitIds' | 'schoolYear'> =>
  state.status === 'unplanned' ? { unitIds: [], schoolYear: 0 as SchoolYear } : state;

const standsAt = (state: Meeting, { on, startsAt }: Hour): boolean =>
  state.status !== 'unplanned' && state.on === on && state.startsAt === startsAt;

/**
 * A booking has a command id of its own: a repeat is recognised by the year's state, since the hour may have been
 * released meanwhile.
 */
const step = ({ expected: _, ...context }: CommandContext): CommandContext => ({
  ...context,
  commandId: randomUUID(),
  causationId: context.commandId,
});

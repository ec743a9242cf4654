import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import { overlaps, type Hour } from '../domain/school-year/booked-hours.js';
import { MeetingLists } from '../read-models/meeting-register/meeting-lists.js';
import type { MeetingRow } from '../read-models/meeting-register/meeting-register.entity.js';
import { MeetingStreams } from '../streams/meeting.streams.js';

/** Existing meetings of units, found in the meeting register and checked in their own streams. */
@Injectable()
export class UnitMeetings {
  constructor(
    private readonly lists: MeetingLists,
    private readonly meetings: MeetingStreams,
  ) {}

  /** The units with another meeting than `but` at about that hour. */
  async busyUnits(
    tenant: string,
    unitIds: readonly string[],
    { on, startsAt }: { readonly on: CalendarDate; readonly startsAt: string },
    but?: string,
  ): Promise<readonly string[]> {
    const near = (await this.at(tenant, unitIds, [{ on, startsAt }])).filter(({ meetingId }) => meetingId !== but);
    return unitIds.filter((unitId) => near.some((it) => it.unitIds.includes(unitId)));
  }

  /** The wanted days on which one of the units has a meeting at about that hour. */
  async busyDays(
    tenant: string,
    unitIds: readonly string[],
    wanted: readonly { readonly on: CalendarDate; readonly startsAt: string }[],
  ): Promise<readonly CalendarDate[]> {
    const meetings = await this.at(tenant, unitIds, wanted);
    return wanted.filter((hour) => meetings.some((it) => overlaps(hourOf(it), hour))).map(({ on }) => on);
  }

  /**
   * Meetings of one of the units that overlap one of the wanted hours, excluding those moved since they were listed.
   */
  private async at(tenant: string, unitIds: readonly string[], wanted: readonly Hour[]): Promise<MeetingRow[]> {
    const days = wanted.map(({ on }) => on);
    const listed = await this.lists.onDays(tenant, unitIds, days);
    const near = listed.filter((row) => wanted.some((hour) => overlaps(hourOf(row), hour)));
    const loaded = await Promise.all(near.map(({ meetingId }) => this.meetings.load(meetingId, tenant)));
    return near.filter((row, i) => {
      const { state } = loaded[i]!;
      if (state.status === 'unplanned' || state.status === 'cancelled') return false;
      return state.status === 'filed' || overlaps(state, hourOf(row));
    });
  }
}

const hourOf = ({ day, startsAt }: MeetingRow): Hour => ({ on: day, startsAt });

import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import { isNear } from '../domain/year-plan/tables.js';
import { MeetingLists } from '../read-models/meeting-register/meeting-lists.js';

/** So close in time, in minutes, that one unit cannot mean to have two meetings. */
const SAME_HOUR = 60;

/** Which meetings units have already, as the meeting register knows them. */
@Injectable()
export class UnitDiary {
  constructor(private readonly lists: MeetingLists) {}

  /** Those of the units that have another meeting than `but` at about that hour. */
  async busyUnits(
    municipality: string,
    unitIds: readonly string[],
    { on, startsAt }: { readonly on: CalendarDate; readonly startsAt: string },
    but?: string,
  ): Promise<readonly string[]> {
    const meetings = await this.lists.onDays(municipality, unitIds, [on]);
    const near = meetings.filter((it) => it.meetingId !== but && isNear(it.startsAt, startsAt, SAME_HOUR));
    return unitIds.filter((unitId) => near.some((it) => it.unitIds.includes(unitId)));
  }

  /** Those of the wanted days on which one of the units has a meeting at about that hour. */
  async busyDays(
    municipality: string,
    unitIds: readonly string[],
    wanted: readonly { readonly on: CalendarDate; readonly startsAt: string }[],
  ): Promise<readonly CalendarDate[]> {
    const days = wanted.map(({ on }) => on);
    const meetings = await this.lists.onDays(municipality, unitIds, days);
    return wanted
      .filter(({ on, startsAt }) => meetings.some((it) => it.day === on && isNear(it.startsAt, startsAt, SAME_HOUR)))
      .map(({ on }) => on);
  }
}

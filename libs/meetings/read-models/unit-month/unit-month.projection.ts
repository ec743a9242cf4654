import {
  monthOf,
  schoolYearOf,
  type CalendarDate,
  type DomainEvent,
  type Month,
  type Recorded,
} from '#platform/kernel';
import { readModel, streamId, type Fold } from '#platform/projections';
import type { MeetingEvent } from '../../contract/meeting.events.js';
import type { SchoolYearEvent } from '../../contract/school-year.events.js';
import type { MonthMeeting } from '../../domain/board/month-state.js';
import { UnitMonthRow } from './unit-month.entity.js';

/** Meetings and exemption of each unit's month (R1). A joint meeting is listed for all its units. */
export const unitMonth = readModel<UnitMonthRow, MeetingEvent | SchoolYearEvent>({
  name: 'unit-month',
  version: 1,
  entity: UnitMonthRow,
  on: {
    'meetings.MeetingPlanned': meetingChange(({ data }) => ({ unitIds: data.unitIds, on: data.on, state: 'planned' })),
    'meetings.MeetingMoved': meetingChange(({ data }) => ({
      unitIds: data.unitIds,
      from: data.from.on,
      on: data.to.on,
      state: 'planned',
    })),
    'meetings.NoticeGiven': 'ignored',
    'meetings.MeetingPostponed': meetingChange(({ data }) => ({
      unitIds: data.unitIds,
      from: data.from.on,
      on: data.to.on,
      state: 'postponed',
    })),
    'meetings.MeetingCancelled': meetingChange(({ data }) => ({
      unitIds: data.unitIds,
      on: data.on,
      state: 'cancelled',
    })),
    'meetings.MeetingHeld': meetingChange(({ data }) => ({
      unitIds: data.unitIds,
      from: data.insteadOf,
      on: data.heldOn,
      state: 'held',
    })),
    'meetings.MeetingHeldRetracted': meetingChange(({ data }) => ({
      unitIds: data.unitIds,
      from: data.heldOn,
      on: data.standsOn,
      // A notice does not change the state of a month.
      state: data.state === 'called' ? 'planned' : data.state,
    })),
    'meetings.ProtocolDeclaredLost': meetingChange(({ data }) => ({
      unitIds: data.unitIds,
      on: data.heldOn,
      state: 'lost',
    })),
    'meetings.ProtocolFiled': meetingChange(({ data }) => ({
      unitIds: data.unitIds,
      on: data.protocol.heldOn,
      state: 'filed',
      filedOn: data.filedOn,
    })),
    'meetings.ProtocolCorrected': meetingChange(({ data }) => ({
      unitIds: data.unitIds,
      from: data.previous.heldOn,
      on: data.protocol.heldOn,
      state: 'filed',
      filedOn: data.previous.filedOn,
    })),
    'meetings.SchoolYearPlanned': 'ignored',
    'meetings.MonthExempted': exemption(({ data }) => ({ ...data, reason: data.reason })),
    'meetings.ExemptionWithdrawn': exemption(({ data }) => ({ ...data, reason: null })),
    'meetings.HourBooked': 'ignored',
    'meetings.HourReleased': 'ignored',
  },
});

/** A meeting's day and state after an event. */
interface MeetingChange {
  readonly unitIds: readonly string[];
  /** The previous day, if the meeting may have moved. */
  readonly from?: CalendarDate;
  readonly on: CalendarDate;
  readonly state: MonthMeeting['state'];
  readonly filedOn?: CalendarDate;
}

/** Puts the meeting on its day, and removes it from its previous month. */
function meetingChange<E extends DomainEvent>(changeOf: (event: Recorded<E>) => MeetingChange): Fold<E, UnitMonthRow> {
  return {
    rows: (event) => {
      const { unitIds, from, on } = changeOf(event);
      const months = new Set([monthOf(on), ...(from ? [monthOf(from)] : [])]);
      return unitIds.flatMap((unitId) => [...months].map((month) => keyOf(unitId, month)));
    },
    fold: (row, event, key) => {
      const { on, state, filedOn = null } = changeOf(event);
      const meetingId = streamId(event);
      const others = row?.meetings.filter((meeting) => meeting.meetingId !== meetingId) ?? [];
      const here = key.endsWith(`/${monthOf(on)}`) ? [{ meetingId, on, state, filedOn }] : [];
      return withContent({ ...(row ?? emptyRow(key, event)), meetings: [...others, ...here].toSorted(byDay) });
    },
  };
}

function exemption<E extends DomainEvent>(
  what: (event: Recorded<E>) => { unitId: string; month: Month; reason: string | null },
): Fold<E, UnitMonthRow> {
  return {
    rows: (event) => [keyOf(what(event).unitId, what(event).month)],
    fold: (row, event, key) => withContent({ ...(row ?? emptyRow(key, event)), exemptReason: what(event).reason }),
  };
}

/** A month without any facts left has no row, like a month that never had any. */
const withContent = (row: UnitMonthRow): UnitMonthRow | undefined =>
  row.meetings.length === 0 && row.exemptReason === null ? undefined : row;

const byDay = (a: MonthMeeting, b: MonthMeeting) =>
  a.on === b.on ? (a.meetingId < b.meetingId ? -1 : 1) : a.on < b.on ? -1 : 1;
const keyOf = (unitId: string, month: Month) => `${unitId}/${month}`;
function emptyRow(key: string, { tenant }: Recorded): UnitMonthRow {
  const [unitId, month] = key.split('/') as [string, Month];
  return {
    unitMonth: key,
    tenant,
    unitId,
    month,
    schoolYear: schoolYearOf(month),
    meetings: [],
    exemptReason: null,
  };
}

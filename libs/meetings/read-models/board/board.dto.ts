import { z } from 'zod';
import { Paging, pageOf, SchoolYearInPath } from '#platform/http';
import { CalendarDate, MeetingId, Month, UnitId } from '#platform/kernel';
import { Closure, UnitKind } from '#registry/contract';
import { MONTH_STATES } from '../../domain/board/month-state.js';
import { MeetingState } from '../meeting-register/meeting.dto.js';

export const BoardFilters = Paging.extend({
  schoolYear: SchoolYearInPath.optional().describe('The year it begins in; left out: the one it is now.'),
  kind: UnitKind.optional(),
  area: z.string().max(100).optional(),
  state: z.enum(MONTH_STATES).optional().describe('Units with at least one month in this state.'),
  sort: z
    .enum(['name', 'needs'])
    .default('name')
    .describe('`needs`: those with most missing months, late protocols and unconfirmed meetings first.'),
});
export type BoardFilters = z.infer<typeof BoardFilters>;

/** Indicators 1 (of a month) and 2 (of a year) of the statistics, which compute them. */
const Coverage = z.object({
  held: z.int(),
  obliged: z
    .int()
    .describe(
      'Of a month: units obliged to meet in it, also while it lasts. Of a year: obliged unit-months that are over. Exempt months count only where a meeting was held.',
    ),
});
export const Cell = z.object({
  month: Month,
  state: z.enum(MONTH_STATES),
  obliged: z.boolean(),
  exemptReason: z.string().nullable(),
  meetings: z.array(
    z.object({ meetingId: MeetingId, on: CalendarDate, state: MeetingState, filedOn: CalendarDate.nullable() }),
  ),
});
export const BoardRow = z.object({
  unitId: UnitId,
  name: z.string(),
  kind: UnitKind,
  area: z.string().nullable(),
  hostUnitId: UnitId.nullable().describe('The unit at whose table it meets today.'),
  months: z.array(Cell),
  coverage: Coverage,
  needs: z.int().describe('Missing months, late protocols and unconfirmed meetings.'),
});
export const BoardAnswer = pageOf(BoardRow).extend({
  schoolYear: z.int(),
  today: CalendarDate,
  /** For all matching units, not only those on the page. */
  months: z.array(z.object({ month: Month, coverage: Coverage.describe('Without units in months to come.') })),
  states: z
    .partialRecord(z.enum(MONTH_STATES), z.int())
    .describe('Unit-months in each state, whatever state is asked for; left out where none.'),
  coverage: Coverage,
  unitsInNeed: z.int(),
  areas: z.array(z.string()).describe('Every area within reach, to choose among.'),
});

export const YearAnswer = z.object({
  unitId: UnitId,
  name: z.string(),
  kind: UnitKind,
  schoolYear: z.int(),
  hostUnitId: UnitId.nullable(),
  months: z.array(Cell),
  coverage: Coverage.nullable().describe('Null for those whom a unit’s figures are not for, as the two counts are.'),
  nextMeeting: z
    .object({
      meetingId: MeetingId,
      on: CalendarDate,
      startsAt: z.string(),
      state: MeetingState,
      place: z.string().nullable(),
    })
    .nullable(),
  area: z.string().nullable(),
  ownership: z.enum(['public', 'private']),
  children: z.int().nullable(),
  closures: z.array(Closure).describe('When it is closed, oldest first; the last may be announced for later.'),
  leaders: z
    .array(z.object({ personId: z.uuid(), name: z.string(), role: z.enum(['unit-leader', 'meeting-chair']) }))
    .describe('Who leads the unit, and who leads its meetings, today.'),
  services: z
    .array(
      z.object({
        serviceId: z.uuid(),
        name: z.string(),
        contactId: z.uuid().nullable(),
        contactName: z.string().nullable(),
        mustAttend: z.boolean(),
      }),
    )
    .describe('Services that serve the unit, and whom it turns to there.'),
  openActions: z.int().nullable().describe('Null where you may not see the figures of the unit’s actions.'),
  overdueActions: z.int().nullable().describe('Null where you may not see the figures of the unit’s actions.'),
  may: z
    .array(z.enum(['manage', 'plan']))
    .describe('What you may do: change its standing participants; plan its meetings.'),
  members: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      title: z.string().nullable(),
      deputyId: z.uuid().nullable(),
      deputyName: z.string().nullable(),
      roles: z.array(z.object({ role: z.string(), unitId: z.string().nullable(), serviceId: z.string().nullable() })),
    }),
  ),
});
export const YearQuery = z.object({ schoolYear: SchoolYearInPath.optional() });

import { z } from 'zod';
import { CalendarDate, MeetingId, Month, PersonId, UnitId } from '#platform/kernel';
import { pageOf, Paging } from '#platform/http';
import { UnitKind } from '#registry/contract';
import { AlertKind, AlertLevel, ReminderCause } from '../../contract/index.js';
import { CONTACTS, DONE_ABOUT_UNIT } from '../unit-history/unit-history.entity.js';

/** Most alerts of one unit in a list; the unit's own answer has all of them. */
export const ALERTS_SHOWN = 20;

export const FollowUpFilters = Paging.extend({
  kind: UnitKind.optional(),
  area: z.string().max(100).optional(),
  about: AlertKind.optional().describe('Units with such a matter, and only those matters.'),
});
export type FollowUpFilters = z.infer<typeof FollowUpFilters>;

export const NamedPerson = z.object({ personId: PersonId, name: z.string().nullable() });

export const UnitAlertDto = z.object({
  id: z.string().describe('The same as long as it is about the same thing.'),
  kind: AlertKind,
  level: AlertLevel,
  subjectId: z.string().describe('The action, the meeting, or `<unit>/<month>`.'),
  month: Month.nullable(),
  text: z.string().describe('What is wrong, as a sentence in the language asked for.'),
  about: z.string().nullable().describe('The text of the action it is about.'),
  owner: NamedPerson.nullable().describe('Who answers for the action.'),
  since: CalendarDate,
  ageInWorkingDays: z.int(),
});
export type UnitAlertDto = z.input<typeof UnitAlertDto>;

export const ContactDto = z.object({
  kind: z.enum(CONTACTS),
  on: CalendarDate,
  by: z.string().nullable(),
  note: z.string().nullable(),
});

export const UnitToCallDto = z.object({
  unitId: UnitId,
  name: z.string(),
  kind: UnitKind,
  area: z.string().nullable(),
  leaders: z
    .array(
      z.object({
        personId: PersonId,
        name: z.string(),
        title: z.string().nullable(),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      }),
    )
    .describe('Whom to call: unit leaders, then meeting chairs.'),
  counts: z.partialRecord(AlertKind, z.int()).describe('How many matters there are of each kind; left out where none.'),
  oldest: z.int().describe('Working days of the oldest matter.'),
  isInHand: z.boolean().describe('Reminded or called within the last three working days.'),
  lastContact: ContactDto.nullable(),
  matters: z.array(UnitAlertDto).describe(`The gravest and oldest first; a list shows the first ${ALERTS_SHOWN}.`),
  total: z.int().describe('Matters in all.'),
});
export type UnitToCallDto = z.input<typeof UnitToCallDto>;
export const FollowUpPage = pageOf(UnitToCallDto).extend({
  today: CalendarDate,
  areas: z.array(z.string()).describe('Every area there is, to choose among.'),
  matters: z.int().describe('Matters of all units that match, not of the page alone.'),
});

export const DoneDto = z.object({
  id: z.string(),
  kind: z.enum(DONE_ABOUT_UNIT),
  at: z.iso.datetime(),
  on: CalendarDate,
  by: z.string().nullable().describe('Null: the system itself, or one who is no longer known.'),
  about: ReminderCause,
  with: z.string().nullable().describe('Who answered the telephone.'),
  note: z.string().nullable().describe('The note of a call or a reminder, the reason of an exemption.'),
});
export const UnitFollowUp = UnitToCallDto.extend({
  done: z.array(DoneDto).describe('What has been done about the unit, the latest first.'),
  doneTotal: z.int(),
});

export const ReminderDto = z.object({
  id: z.string(),
  unit: z.object({ unitId: UnitId, name: z.string() }),
  on: CalendarDate,
  by: z.string().nullable(),
  note: z.string().nullable(),
  about: ReminderCause,
  matters: z.array(UnitAlertDto).describe('What it is still about: it goes away by itself when this is put right.'),
});
export const Reminders = z.object({ items: z.array(ReminderDto) });

const ChangeLine = z.object({
  kind: z.enum(['overdue', 'protocol-filed', 'meeting-held', 'action-completed']),
  on: CalendarDate,
  unit: z.object({ unitId: UnitId, name: z.string() }),
  meetingId: MeetingId.nullable(),
  actionId: z.uuid().nullable(),
  text: z.string().nullable().describe('The text of the action.'),
});
const SoFar = z.object({
  month: Month,
  until: CalendarDate,
  held: z.int(),
  obliged: z.int().describe('0 in a month in which no unit must meet.'),
});
export const CoordinatorStart = z.object({
  today: CalendarDate,
  thisMonth: SoFar,
  lastYear: SoFar.describe('The same month a year ago, as it stood on the same day.'),
  changes: z.object({
    since: CalendarDate.describe('The last working day before today.'),
    counts: z.object({ held: z.int(), filed: z.int(), completed: z.int(), overdue: z.int() }),
    lines: z.array(ChangeLine).describe('Some of each, at most ten.'),
  }),
  callFirst: z.array(UnitToCallDto).describe('The first five of the follow-up list.'),
  unitsBehind: z.int(),
  overdueActions: z.int(),
  orphans: z.int(),
  refusedDecisions: z.int().describe('Decisions of protocols that their actions refused, and nobody has seen.'),
});
export type CoordinatorStart = z.input<typeof CoordinatorStart>;

import { z } from 'zod';
import { Paging, pageOf, SchoolYearInPath } from '#platform/http';
import { may, type Asker, type Right } from '#platform/identity';
import { CalendarDate, MeetingId, PersonId, TimeOfDay, UnitId } from '#platform/kernel';
import { MeetingKind } from '../../contract/meeting.events.js';
import { Participant } from '../../contract/protocol.js';
import { NamedPerson, NamedUnit } from '../../facts/named-people.js';
import type { MeetingRow } from './meeting-register.entity.js';

export const MeetingState = z
  .enum(['planned', 'called', 'postponed', 'cancelled', 'held', 'lost', 'filed'])
  .describe('`lost`: held, and its protocol is declared lost.');

export const MeetingFilters = Paging.extend({
  unitId: UnitId.optional(),
  schoolYear: SchoolYearInPath.optional(),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  state: MeetingState.optional(),
  kind: MeetingKind.optional(),
  mine: z
    .enum(['true', 'false'])
    .optional()
    .describe('Only meetings one takes part in, is called to, or has a standing seat at while nobody is called yet.'),
  awaits: z
    .enum(['protocol', 'nothing'])
    .optional()
    .describe(
      '`protocol`: only meetings whose day has come and whose protocol is not filed; neither cancelled ones nor unconfirmed ones in a month that the host is exempt from. `nothing`: all others.',
    ),
  when: z
    .enum(['coming', 'past'])
    .optional()
    .describe(
      '`coming`: from today on and neither held nor filed, cancelled ones too. `past`: all others. Every meeting is one of the two.',
    ),
  order: z.enum(['oldest', 'latest']).optional().describe('Which comes first; the oldest when not said.'),
});
export type MeetingFilters = z.infer<typeof MeetingFilters>;

/** Kinds of commands on a meeting that a user may be allowed. */
const MeetingStep = z.enum(['plan', 'file', 'declare-lost']);
type MeetingStep = z.infer<typeof MeetingStep>;
const RIGHT_OF_STEP = {
  plan: 'meeting.plan',
  file: 'protocol.file',
  'declare-lost': 'protocol.declare-lost',
} as const satisfies Record<MeetingStep, Right>;

export const MeetingItem = z.object({
  meetingId: MeetingId,
  kind: MeetingKind,
  unitIds: z.array(UnitId),
  schoolYear: z.int(),
  on: CalendarDate.describe('The day it was held, or stands planned for.'),
  startsAt: TimeOfDay,
  place: z.string().nullable(),
  state: MeetingState,
  isCalled: z.boolean().describe('People have been called to it.'),
  youAreCalled: z.boolean().describe('You are among them.'),
  urgent: z.boolean(),
  reason: z
    .string()
    .nullable()
    .describe('Why it was called, moved, postponed or cancelled, said not to be held, or its protocol lost.'),
  filedOn: CalendarDate.nullable(),
  version: z.int().describe('Of the protocol; 0 before it is filed.'),
  revision: z.string().regex(/^\d+$/).describe('For `If-Match`.'),
  may: z
    .array(MeetingStep)
    .describe(
      'What you may do with it, whatever its state: `plan` (move, postpone, call, cancel, say that it was held or was not), `file` and correct its protocol, `declare-lost`.',
    ),
});
export const MeetingPage = pageOf(MeetingItem);

/** A meeting's header: people called, participants, topics. */
export const MeetingAnswer = MeetingItem.extend({
  agenda: z.string().nullable(),
  calledIds: z.array(PersonId),
  participants: z.array(Participant),
  filedBy: PersonId.nullable(),
  units: z.array(NamedUnit),
  people: z.array(NamedPerson).describe('Those called, those who took part and who filed it.'),
  standing: z.array(NamedPerson).describe('Who sits at the units’ table: whom a notice without names goes to.'),
});

export const itemOf = ({ day, ...row }: MeetingRow, asker: Asker) => ({
  meetingId: row.meetingId,
  kind: row.kind,
  unitIds: row.unitIds,
  schoolYear: row.schoolYear,
  on: day,
  startsAt: row.startsAt,
  place: row.place,
  state: row.state,
  isCalled: row.calledIds.length > 0,
  youAreCalled: row.calledIds.includes(asker.personId),
  urgent: row.urgent,
  reason: row.reason,
  filedOn: row.filedOn,
  version: row.version,
  revision: String(row.revision),
  may: MeetingStep.options.filter((step) => may(asker, RIGHT_OF_STEP[step], { unitIds: row.unitIds })),
});
export const answerOf = (row: MeetingRow, asker: Asker) => ({
  ...itemOf(row, asker),
  agenda: row.agenda,
  calledIds: row.calledIds,
  participants: row.participants,
  filedBy: row.filedBy,
});

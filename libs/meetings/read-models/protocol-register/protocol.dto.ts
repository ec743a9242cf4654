import { z } from 'zod';
import { Paging, pageOf, SchoolYearInPath } from '#platform/http';
import { CalendarDate, MeetingId, PersonId, UnitId } from '#platform/kernel';
import { MeetingKind } from '../../contract/meeting.events.js';
import { Protocol, TopicCode } from '../../contract/protocol.js';
import { NamedPerson, NamedService, NamedUnit } from '../../facts/named-people.js';
import { ProtocolDraft } from '../../domain/draft/protocol-draft.js';

export const ProtocolFilters = Paging.extend({
  unitId: UnitId.optional(),
  schoolYear: SchoolYearInPath.optional(),
  from: CalendarDate.optional().describe('Held on this day or later.'),
  to: CalendarDate.optional().describe('Held on this day or earlier.'),
  kind: MeetingKind.optional(),
  filedLate: z.enum(['true', 'false']).optional().describe('After the municipality’s deadline in working days.'),
});
export type ProtocolFilters = z.infer<typeof ProtocolFilters>;

export const ProtocolItem = z.object({
  meetingId: MeetingId,
  unitIds: z.array(UnitId),
  kind: MeetingKind.nullable(),
  heldOn: CalendarDate,
  filedOn: CalendarDate,
  filedBy: PersonId,
  filedLate: z.boolean(),
  version: z.int(),
  correctedOn: CalendarDate.nullable(),
  headings: z.array(z.object({ topic: TopicCode, heading: z.string().nullable() })),
  matters: z.int(),
  actions: z.int(),
  earlierActions: z.int(),
});
export type ProtocolItem = z.infer<typeof ProtocolItem>;
export const ProtocolPage = pageOf(ProtocolItem);

export const VersionQuery = z.object({ version: z.coerce.number().int().min(1).optional() });
const Version = z.object({
  version: z.int(),
  reason: z.string().nullable().describe('Why it replaced the version before.'),
  filedOn: CalendarDate,
  filedBy: PersonId,
});
/** A complete filed protocol in the requested version (the latest by default), with the list of all versions. */
export const ProtocolAnswer = Version.extend({
  meetingId: MeetingId,
  revision: z.string().regex(/^\d+$/).describe('For `If-Match`: a correction of this version, while it is the latest.'),
  municipalityName: z.string().describe('Name of the municipality on the day of the meeting.'),
  protocol: Protocol,
  versions: z.array(Version),
  unitIds: z.array(UnitId),
  units: z.array(NamedUnit),
  services: z.array(NamedService).describe('Services that its actions name.'),
  people: z.array(NamedPerson).describe('Everyone whom the protocol and its versions name.'),
  earlierTexts: z
    .array(z.object({ actionId: z.uuid(), text: z.string(), ownerId: PersonId }))
    .describe(
      'What the earlier actions said on the day of the meeting, and whose they were; the protocol names them by id.',
    ),
  correction: ProtocolDraft.describe('What this version says, as a correction begins: to change and send back.'),
});

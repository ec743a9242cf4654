import { z } from 'zod';
import { CalendarDate } from '#platform/kernel';
import { ActionCategory, ActionLevel } from '#actions/contract/content';
import { NamedPerson, NamedService, NamedUnit } from '../facts/named-people.js';
import { ProtocolDraft } from '../domain/draft/protocol-draft.js';

export const DraftAnswer = z.object({
  meetingId: z.uuid(),
  revision: z
    .string()
    .regex(/^\d+$/)
    .describe('Give it back as `If-Match: "<revision>"` when saving; 0: nobody has saved yet.'),
  savedBy: z.string().nullable(),
  savedAt: z.iso.datetime().nullable(),
  merged: z.boolean().describe('What others had saved in the meantime was merged in: show it.'),
  draft: ProtocolDraft,
  /**
   * The units' actions that were open on the meeting's day, in their state of that day, shown with `earlierActions`.
   */
  openActions: z.array(
    z.object({
      actionId: z.uuid(),
      unitIds: z.array(z.string()),
      text: z.string(),
      ownerId: z.uuid(),
      dueOn: CalendarDate,
      followUpOn: CalendarDate.nullable(),
    }),
  ),
  proposed: z
    .object({
      nextMeetingOn: CalendarDate.nullable(),
      dueOn: CalendarDate,
      followUpOn: CalendarDate,
      level: ActionLevel.nullable(),
      category: ActionCategory.nullable(),
    })
    .describe('For a new action: dates from the next meeting, level and category as the unit used them last.'),
  people: z.array(NamedPerson).describe('Everyone whom the draft and the open actions name.'),
  units: z.array(NamedUnit),
  services: z.array(NamedService).describe('Services that the new actions name.'),
  missing: z
    .array(z.object({ rule: z.string(), at: z.string().optional(), detail: z.string() }))
    .describe('Everything that stops it from being filed as it stands.'),
  warnings: z.array(z.object({ warning: z.string(), at: z.string(), detail: z.string() })),
});
export type DraftAnswer = z.input<typeof DraftAnswer>;

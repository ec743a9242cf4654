import { z } from 'zod';
import { CalendarDate, Month, PersonId, ServiceId, UnitId } from '#platform/kernel';
import { pageOf, Paging } from '#platform/http';
import { LadderReceiver } from '#registry/contract';
import { LadderKindName } from '../../contract/index.js';

const NamedPerson = z.object({ personId: PersonId, name: z.string().nullable() });

const NamedUnit = z.object({ unitId: UnitId, name: z.string().nullable() });

export const ToldAlertsQuery = Paging.extend({
  kind: LadderKindName.optional(),
  list: z
    .enum(['mine', 'all', 'waiting'])
    .default('mine')
    .describe('Told to you and not put aside; all that you may read; held back until the coordinator releases them.'),
  unit: UnitId.optional().describe('About this unit only.'),
  owner: PersonId.optional().describe('Of this responsible person only.'),
  toldAfter: CalendarDate.optional().describe('Told on a later day than this: what is new since.'),
});
export type ToldAlertsQuery = z.infer<typeof ToldAlertsQuery>;

export const ToldAlertDto = z.object({
  alertId: z.uuid(),
  kind: LadderKindName,
  subjectId: z.string().describe('The action, the meeting, `<unit>/<month>`, or `<service>/<unit>`.'),
  text: z.string().describe('The matter as a sentence in the language asked for.'),
  about: z.string().nullable().describe('The text of the action it is about.'),
  units: z.array(NamedUnit),
  service: z.object({ serviceId: ServiceId, name: z.string().nullable() }).nullable(),
  owner: NamedPerson.nullable(),
  month: Month.nullable(),
  countedFrom: CalendarDate.describe('The day that the steps are counted from.'),
  age: z.int().describe('Working days at the unit since that day; below 0 before it.'),
  step: z.int().nullable().describe('The last step that was told, in working days; null where it waits.'),
  toldOn: CalendarDate.nullable(),
  toldTo: z.array(NamedPerson.extend({ as: LadderReceiver })),
  isMine: z.boolean().describe('The last step told you.'),
  mayHandle: z.boolean().describe('You may ask the owner and mark it as handled.'),
  maySnooze: z.boolean().describe('You may put it aside.'),
  isWaiting: z.boolean(),
  isHandled: z.boolean(),
  snoozedUntil: CalendarDate.nullable(),
  history: z
    .array(
      z.object({
        what: z.enum(['sent', 'held-back', 'released', 'snoozed', 'asked', 'noted', 'handled']),
        on: CalendarDate,
        by: NamedPerson.nullable().describe('Null for the system.'),
        step: z.int().nullable(),
        to: z.array(NamedPerson),
        note: z.string().nullable(),
      }),
    )
    .describe('Oldest first.'),
});
export type ToldAlertDto = z.input<typeof ToldAlertDto>;
export const ToldAlertPage = pageOf(ToldAlertDto).extend({
  units: z.array(NamedUnit).describe('Units of the list, whatever unit and owner are asked for.'),
  owners: z.array(NamedPerson).describe('Responsible people of the list, likewise.'),
  latestToldOn: CalendarDate.nullable().describe('The latest day on which one of the whole list was told.'),
});
export type ToldAlertPage = z.input<typeof ToldAlertPage>;

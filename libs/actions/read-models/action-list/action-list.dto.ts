import { z } from 'zod';
import { ActionId, CalendarDate, MeetingId, PersonId, ServiceId, UnitId } from '#platform/kernel';
import { pageOf } from '#platform/http';
import {
  AbandonReason,
  ActionCategory,
  ActionLevel,
  Approach,
  Effect,
  FollowUpOutcome,
  Resources,
} from '../../contract/index.js';
import { ENDED, OPEN } from './action-list.entity.js';

/** `name` is null only until the registry's read model has caught up. */
export const NamedPerson = z.object({ personId: PersonId, name: z.string().nullable() });
const NamedUnit = z.object({ unitId: UnitId, name: z.string().nullable() });
const NamedService = z.object({ serviceId: ServiceId, name: z.string().nullable() });

/**
 * Steps open to the asker, by their rights and the action's state. `report`: note progress, follow up and complete;
 * `manage`: change, carry on and abandon.
 */
export const ActionStep = z.enum(['accept', 'report', 'judge', 'manage', 'hand-over', 'answer-offer']);
export type ActionStep = z.infer<typeof ActionStep>;

export const ActionDto = z.object({
  actionId: ActionId,
  meetingId: MeetingId.describe('The meeting that agreed it.'),
  units: z.array(NamedUnit),
  status: z.enum([...OPEN, ...ENDED]),
  text: z.string(),
  owner: NamedPerson.describe('The one responsible person.'),
  ownerService: NamedService.nullable(),
  contributors: z.array(NamedPerson),
  contributingServices: z.array(NamedService),
  agreedOn: CalendarDate,
  firstDueOn: CalendarDate.describe('The due date it was agreed with.'),
  dueOn: CalendarDate,
  followUpOn: CalendarDate,
  followedUpOn: CalendarDate.nullable(),
  followUpOutcome: FollowUpOutcome.nullable(),
  timesCarriedOn: z.int(),
  endedOn: CalendarDate.nullable().describe('Completed or abandoned on.'),
  abandonReason: AbandonReason.nullable(),
  effect: Effect.nullable(),
  effectJudgedOn: CalendarDate.nullable(),
  level: ActionLevel,
  category: ActionCategory,
  approach: Approach.nullable(),
  resources: Resources.nullable(),
  wantedEffect: z.string().nullable(),
  matterId: z.uuid().nullable(),
  offer: z.object({ to: NamedPerson, on: CalendarDate }).nullable().describe('Offered to another, and not answered.'),
  declined: z
    .object({ on: CalendarDate, reason: z.string() })
    .nullable()
    .describe('The responsible person said no, and nobody has accepted it since.'),
  overdue: z.boolean().describe('Open, and the due date was before today.'),
  workingDaysOverdue: z
    .int()
    .describe(
      'Working days at the unit since the due date; 0 where it is not overdue, and until the next working day.',
    ),
  followUpMissed: z
    .boolean()
    .describe('Open, the follow-up day was before today, and nothing recorded on it or since.'),
  revision: z.string().describe('For `If-Match`.'),
  may: z.array(ActionStep).describe('What you may do with it now.'),
});
export type ActionDto = z.infer<typeof ActionDto>;
export const ActionPage = pageOf(ActionDto);

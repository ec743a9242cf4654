import { z } from 'zod';
import { ActionId, CalendarDate, PersonId, ServiceId, TimeOfDay, UnitId } from '#platform/kernel';
import { Role } from '#platform/identity/roles';
import { AbandonReason, ActionContent } from '#actions/contract/content';

/** Topic of the meeting, as codes for statistics (workflow § 3.2, R16). */
export const TopicCode = z.enum([
  'learning-environment',
  'bullying',
  'language',
  'reading-writing',
  'mathematics',
  'behaviour',
  'attendance',
  'social-skills',
  'mental-health',
  'health',
  'motor-skills',
  'transition',
  'parent-cooperation',
  'staff-competence',
  'routines',
  'physical-environment',
  'multilingual',
  'other',
]);
export const Cause = z.enum(['competence', 'cooperation', 'capacity']);
export const AgeBand = z.enum(['0-2', '3-5', '6-9', '10-12', '13-15', '16-23']);
/** Setting of an anonymous matter; never more specific than this. */
export const Setting = z.enum(['class-or-group', 'whole-unit', 'free-play-or-break', 'home', 'transition', 'online']);

const Matter = z.object({
  matterId: z.uuid(),
  topic: TopicCode,
  cause: Cause.nullable(),
});
/** A matter about a group, a routine or competence, with a heading that identifies no child (R17). */
export const SystemMatter = Matter.extend({ kind: z.literal('system'), heading: z.string().trim().min(1).max(200) });
/** A matter about an unidentifiable child: codes only, no free text. */
export const AnonymousMatter = Matter.extend({ kind: z.literal('anonymous'), ageBand: AgeBand, setting: Setting });
export const MatterSchema = z.discriminatedUnion('kind', [SystemMatter, AnonymousMatter]);
export type Matter = z.infer<typeof MatterSchema>;

export const Attendance = z.enum(['present', 'absent', 'deputy']);
/** A participant, present or not. `deputy`: someone took part in the person's place. */
export const Participant = z.object({
  personId: PersonId,
  /** The capacity in which they take part. */
  role: Role.nullable(),
  unitId: UnitId.nullable(),
  serviceId: ServiceId.nullable(),
  attendance: Attendance,
  deputyId: PersonId.nullable(),
});
export type Participant = z.infer<typeof Participant>;

export const AgreedAction = ActionContent.extend({ actionId: ActionId });
export type AgreedAction = z.infer<typeof AgreedAction>;

/** The meeting's decision about an action from an earlier meeting. */
export const EarlierAction = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('on-track'),
    actionId: ActionId,
    followUpOn: CalendarDate,
    note: z.string().trim().max(500).nullable(),
  }),
  z.object({ outcome: z.literal('completed'), actionId: ActionId, note: z.string().trim().max(500).nullable() }),
  z.object({
    outcome: z.literal('carried-on'),
    actionId: ActionId,
    dueOn: CalendarDate,
    followUpOn: CalendarDate,
    reason: z.string().trim().min(1).max(500),
  }),
  z.object({
    outcome: z.literal('changed'),
    actionId: ActionId,
    text: z.string().trim().min(1).max(500),
    dueOn: CalendarDate,
    followUpOn: CalendarDate,
    reason: z.string().trim().min(1).max(500),
  }),
  z.object({
    outcome: z.literal('abandoned'),
    actionId: ActionId,
    reason: AbandonReason,
    note: z.string().trim().max(500).nullable(),
  }),
]);
export type EarlierAction = z.infer<typeof EarlierAction>;

/** The structured record of a meeting (R2–R4, R6). Nothing in it identifies a child. */
export const Protocol = z.object({
  heldOn: CalendarDate,
  startedAt: TimeOfDay,
  endedAt: TimeOfDay.nullable(),
  place: z.string().trim().max(200).nullable(),
  digital: z.boolean(),
  chairId: PersonId.nullable(),
  minuteTakerId: PersonId.nullable(),
  participants: z.array(Participant),
  earlierActions: z.array(EarlierAction),
  matters: z.array(MatterSchema),
  actions: z.array(AgreedAction),
  nextMeetingOn: CalendarDate.nullable(),
});
export type Protocol = z.infer<typeof Protocol>;

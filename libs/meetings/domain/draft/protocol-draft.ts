import { z } from 'zod';
import { ActionId, atMostItems, CalendarDate, PersonId, ServiceId, TimeOfDay, UnitId } from '#platform/kernel';
import { Role } from '#platform/identity/roles';
import { AbandonReason, ActionCategory, ActionLevel, Approach, Resources } from '#actions/contract/content';
import { AgeBand, Attendance, Cause, Setting, TopicCode } from '../../contract/protocol.js';
import { LONGEST, MOST, MOST_CONTRIBUTORS } from './draft-limits.js';

// A protocol in progress: every value may be missing; only sizes and codes are checked.

const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
/** Checked when a draft is sent; a saved draft is shown whatever it contains. */
const rows = <T extends z.ZodType>(row: T, most: number) => atMostItems(z.array(row), most).default([]);
const text = (longest: number) => maybe(z.string().max(longest));

export const DraftParticipant = z.strictObject({
  personId: PersonId,
  role: maybe(Role),
  unitId: maybe(UnitId),
  serviceId: maybe(ServiceId),
  /** Null until the attendance is given. */
  attendance: maybe(Attendance),
  deputyId: maybe(PersonId),
});

/** `outcome` null: not discussed, and left out when the protocol is filed. */
export const DraftEarlierAction = z.strictObject({
  actionId: ActionId,
  outcome: maybe(z.enum(['on-track', 'completed', 'carried-on', 'changed', 'abandoned'])),
  text: text(LONGEST.any),
  dueOn: maybe(CalendarDate),
  followUpOn: maybe(CalendarDate),
  reason: text(LONGEST.any),
  abandonReason: maybe(AbandonReason),
  note: text(LONGEST.any),
});

const DraftMatter = { matterId: z.uuid(), topic: maybe(TopicCode), cause: maybe(Cause) };
/** An anonymous matter has no field for free text; a request with one is refused. */
export const DraftMatterSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system'), ...DraftMatter, heading: text(LONGEST.heading) }),
  z.strictObject({ kind: z.literal('anonymous'), ...DraftMatter, ageBand: maybe(AgeBand), setting: maybe(Setting) }),
]);

export const DraftAction = z.strictObject({
  actionId: ActionId,
  text: text(LONGEST.any),
  ownerId: maybe(PersonId),
  ownerServiceId: maybe(ServiceId),
  dueOn: maybe(CalendarDate),
  followUpOn: maybe(CalendarDate),
  level: maybe(ActionLevel),
  category: maybe(ActionCategory),
  approach: maybe(Approach),
  contributors: rows(z.strictObject({ personId: maybe(PersonId), serviceId: maybe(ServiceId) }), MOST_CONTRIBUTORS),
  resources: maybe(Resources),
  wantedEffect: text(LONGEST.any),
  matterId: maybe(z.uuid()),
});

/** A protocol in progress (R2–R4), which people write together until it is filed. */
export const ProtocolDraft = z.strictObject({
  heldOn: maybe(CalendarDate),
  /** Null means the planned start. */
  startedAt: maybe(TimeOfDay),
  endedAt: maybe(TimeOfDay),
  place: text(LONGEST.place),
  digital: z.boolean().default(false),
  chairId: maybe(PersonId),
  minuteTakerId: maybe(PersonId),
  participants: rows(DraftParticipant, MOST.participants),
  earlierActions: rows(DraftEarlierAction, MOST.earlierActions),
  matters: rows(DraftMatterSchema, MOST.matters),
  actions: rows(DraftAction, MOST.actions),
  nextMeetingOn: maybe(CalendarDate),
});
export type ProtocolDraft = z.infer<typeof ProtocolDraft>;
export type DraftParticipant = z.infer<typeof DraftParticipant>;
export type DraftEarlierAction = z.infer<typeof DraftEarlierAction>;
export type DraftMatter = z.infer<typeof DraftMatterSchema>;
export type DraftAction = z.infer<typeof DraftAction>;

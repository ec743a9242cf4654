import { z } from 'zod';
import { CalendarDate, PersonId, ServiceId } from '#platform/kernel';
import { MOST_RESOURCES } from '../limits/index.js';

export const ActionLevel = z.enum(['individual', 'group', 'system']);
export const ActionCategory = z.enum([
  'competence-building',
  'guidance',
  'observation-assessment',
  'group-adaptation',
  'parent-cooperation',
  'referral',
  'statped',
  'extra-resources',
  'report',
  'other',
]);
export const Approach = z.enum(['preventive', 'compensating']);
/** Extra resources, in kroner and hours (R13). */
export const Resources = z.object({
  nok: z.int().min(0).max(MOST_RESOURCES.nok).nullable(),
  hours: z.number().min(0).max(MOST_RESOURCES.hours).nullable(),
});

/** Content of an action, the same in the protocol and in the action's own events. */
export const ActionContent = z.object({
  text: z.string().trim().min(1).max(500),
  /** Exactly one named responsible person (R3), and their service, if any. */
  ownerId: PersonId,
  ownerServiceId: ServiceId.nullable(),
  dueOn: CalendarDate,
  /** The day of the next follow-up (R4). */
  followUpOn: CalendarDate,
  level: ActionLevel,
  category: ActionCategory,
  approach: Approach.nullable(),
  /** Other people and services that help (R12). */
  contributors: z.array(z.object({ personId: PersonId.nullable(), serviceId: ServiceId.nullable() })),
  resources: Resources.nullable(),
  wantedEffect: z.string().trim().max(500).nullable(),
  matterId: z.uuid().nullable(),
});
export type ActionContent = z.infer<typeof ActionContent>;

export const AbandonReason = z.enum(['moved', 'consent-withdrawn', 'not-relevant', 'replaced', 'corrected']);
export type AbandonReason = z.infer<typeof AbandonReason>;

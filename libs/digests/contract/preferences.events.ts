import { z } from 'zod';
import { eventType, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** Languages of mail. */
export const MailLanguage = z.enum(['nb', 'nn']);
export type MailLanguage = z.infer<typeof MailLanguage>;

/** A person's choices about mail. What a role requires is sent whatever they say. */
export const Preferences = z.object({
  /** Null: the municipality's. */
  language: MailLanguage.nullable(),
  /** Day of the digest, from Monday (1) to Friday (5); null: the municipality's. */
  digestWeekday: z.int().min(1).max(5).nullable(),
  /** The weekly digest, for those whose role does not require it. */
  wantsDigest: z.boolean(),
  /** News of the meeting plan in the daily mail. Changes for today and tomorrow are sent to everyone. */
  wantsNews: z.boolean(),
  /** Hours of working days within which mail may arrive, Europe/Oslo; `until` is excluded. */
  hours: z.object({ from: z.int().min(7).max(12), until: z.int().min(13).max(16) }),
});
export type Preferences = z.infer<typeof Preferences>;

/** The choices of a person who has made none. */
export const DEFAULT_PREFERENCES: Preferences = {
  language: null,
  digestWeekday: null,
  wantsDigest: false,
  wantsNews: true,
  hours: { from: 7, until: 16 },
};

/** A person chose, in the application or by a link in a mail. The stream name identifies the person. */
export const PreferencesChosen = eventType('digests.PreferencesChosen', 1, Preferences);

export const preferencesEvents = { PreferencesChosen };
export type PreferencesEvent = EventOf<typeof preferencesEvents>;

import { z } from 'zod';

/** A path in the draft, such as `actions.2.text`; contains no user text. */
export const FieldPath = z
  .string()
  .max(100)
  .regex(/^[\w.-]+$/);

export const DraftSaved = z.object({
  revision: z.string().regex(/^\d+$/).describe('Ask for the draft where yours is older.'),
  savedBy: z.object({ personId: z.string(), name: z.string() }),
  savedAt: z.iso.datetime(),
});
export type DraftSaved = z.infer<typeof DraftSaved>;

export const Presence = z.object({
  people: z
    .array(z.object({ personId: z.string(), name: z.string(), field: z.string().nullable() }))
    .describe('The others in front of this draft now, in the order in which they came.'),
});
export type Presence = z.infer<typeof Presence>;

export const PresenceBody = z.object({
  field: FieldPath.nullable().describe('The field that one is in, by its path in the draft; null: in none.'),
});
export type PresenceBody = z.infer<typeof PresenceBody>;

import { z } from 'zod';
import { PersonId } from '#platform/kernel';
import { DigestSettings, Settings } from '../../contract/index.js';

export const SettingsChangesAnswer = z.object({
  items: z
    .array(
      z.object({
        at: z.iso.datetime(),
        by: z
          .object({ personId: PersonId, name: z.string().nullable() })
          .nullable()
          .describe('Null for the system or an operator.'),
        before: Settings,
        after: Settings,
      }),
    )
    .describe('The latest first; at most the last 100.'),
  defaultDigests: DigestSettings.describe('In force where settings have none.'),
});
export type SettingsChangesAnswer = z.input<typeof SettingsChangesAnswer>;

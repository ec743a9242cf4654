import { z } from 'zod';

export const ConfirmationAnswer = z.object({
  isConfirmed: z.boolean().describe('True: sensitive operations do not answer `sign-in-again`.'),
  minutes: z.int().describe('For how long it counts that one has proven who one is.'),
  provider: z.string().nullable().describe('Where one proves it; null in the demo.'),
  confirmAt: z
    .string()
    .nullable()
    .describe('The address at which one proves it anew; null in the demo, where a POST is enough.'),
});
export type ConfirmationAnswer = z.infer<typeof ConfirmationAnswer>;

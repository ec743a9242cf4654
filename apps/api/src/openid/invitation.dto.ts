import { z } from 'zod';

export const InvitationToken = z.object({
  token: z.string().max(200).describe('The part of the link after #.'),
});

export const InvitationAnswer = z.object({
  via: z.enum(['persona-picker', 'openid-connect']),
  provider: z
    .object({ name: z.string(), isAvailable: z.boolean().describe('False while the provider does not answer.') })
    .nullable()
    .describe('Where one signs in; null in the demo.'),
  state: z
    .enum(['open', 'used', 'expired', 'revoked', 'unknown'])
    .describe('`unknown` also for a link that a later one has replaced.'),
  invited: z
    .object({ name: z.string(), municipality: z.string(), until: z.iso.datetime() })
    .nullable()
    .describe('Whom the link is for; null unless it is open.'),
});
export type InvitationAnswer = z.infer<typeof InvitationAnswer>;

export const BegunAnswer = z.object({ signInAt: z.string().describe('Address at the provider.') });

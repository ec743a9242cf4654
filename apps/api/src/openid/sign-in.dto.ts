import { z } from 'zod';
import { MunicipalityNumber } from '#platform/kernel';

export const SignInAnswer = z.object({
  via: z.enum(['persona-picker', 'openid-connect']),
  provider: z
    .object({
      name: z.string(),
      isAvailable: z.boolean().describe('False while the provider does not answer.'),
    })
    .nullable()
    .describe('Where one signs in; null in the demo.'),
  identity: z
    .object({
      name: z.string().nullable().describe('As the provider tells it.'),
      municipalities: z.array(
        z.object({
          municipality: z.string().describe('Id of the municipality.'),
          number: MunicipalityNumber,
          name: z.string(),
          state: z.enum(['unknown', 'waiting', 'refused', 'approved', 'without-role']),
        }),
      ),
    })
    .nullable()
    .describe('Whom the provider has proven in this browser, while it is not decided where and as whom they sign in.'),
  signedIn: z.boolean().describe('True when a session has begun.'),
  returnTo: z.string().nullable().describe('The page to go to, once signed in.'),
});
export type SignInAnswer = z.infer<typeof SignInAnswer>;

export const OwnMunicipalities = z.object({
  items: z
    .array(
      z.object({
        municipality: z.string().describe('Id of the municipality.'),
        name: z.string(),
        current: z.boolean(),
      }),
    )
    .describe('By name; only the current one for those who are let in to no other.'),
});
export type OwnMunicipalities = z.infer<typeof OwnMunicipalities>;

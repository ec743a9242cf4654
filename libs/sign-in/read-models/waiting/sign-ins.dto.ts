import { z } from 'zod';
import { CalendarDate } from '#platform/kernel';

const KnownPerson = z.object({
  personId: z.string(),
  name: z.string(),
  title: z.string().nullable(),
});

export const SignInsAnswer = z.object({
  waiting: z.array(
    z.object({
      identityId: z.uuid(),
      name: z.string().nullable().describe('As the provider tells it; the person may have chosen it.'),
      email: z.string().nullable().describe('As the provider tells it; the person may have chosen it.'),
      askedOn: CalendarDate,
      proposals: z
        .array(KnownPerson.extend({ likeness: z.enum(['email', 'name']).describe('What is the same.') }))
        .describe('People of the register whom it may be; nothing is proven by that.'),
    }),
  ),
  approved: z.array(
    KnownPerson.extend({ identityId: z.uuid(), on: CalendarDate.describe('The day of the approval.') }),
  ),
  everybodySignedOutOn: CalendarDate.nullable().describe(
    'The last day on which the operator signed everybody out; null if that never happened.',
  ),
  invited: z.array(KnownPerson.extend({ until: z.iso.datetime().describe('When the link ends.') })),
});
export type SignInsAnswer = z.infer<typeof SignInsAnswer>;

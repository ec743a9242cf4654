import { z } from 'zod';
import { PersonId } from '#platform/kernel';
import { pageOf, Paging } from '#platform/http';

export const UnreachedQuery = Paging;

export const UnreachedPage = pageOf(
  z.object({
    person: z.object({ personId: PersonId, name: z.string(), title: z.string().nullable() }),
    email: z.string().nullable().describe('The address that mail goes to now; null for none.'),
    reason: z.enum(['no-address', 'undeliverable']),
    since: z.iso.datetime().nullable().describe('Null where no mail has been due yet.'),
    status: z.string().nullable().describe('Enhanced status code of the last report, such as `5.1.1`.'),
  }),
).extend({
  goesOut: z.boolean().describe('False where mails are written into a folder and nothing leaves the machine.'),
  hasInboundPath: z
    .boolean()
    .describe('False: nobody learns of a mail that fails after the mail server has accepted it.'),
});
export type UnreachedPage = z.input<typeof UnreachedPage>;

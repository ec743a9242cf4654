import { z } from 'zod';
import { PersonId } from '#platform/kernel';
import { pageOf, Paging } from '#platform/http';
import { DISPATCH_STATES, type DispatchState } from '#platform/mail';

const State = z.enum(DISPATCH_STATES);

export const OutboxQuery = Paging.extend({
  state: State.optional(),
  kind: z.string().max(40).optional().describe('Such as `digest`, `daily`, `invitation`.'),
  person: PersonId.optional().describe('Mails to this person only.'),
});
export type OutboxQuery = z.infer<typeof OutboxQuery>;

const SentMail = z.object({
  dispatchId: z.uuid(),
  person: z.object({ personId: PersonId, name: z.string().nullable() }),
  kind: z.string(),
  state: State,
  dueAt: z.iso.datetime(),
  stateAt: z.iso.datetime().describe('Since when it has this state.'),
  acceptedAt: z.iso.datetime().nullable(),
  attempts: z.int().describe('Times that it was handed over to the mail server.'),
  retryAt: z.iso.datetime().nullable().describe('Not handed over again before this moment.'),
  isHeld: z.boolean().describe('The hours of such mail are over: it waits for the next working day.'),
  answerCode: z.int().nullable().describe('SMTP’s code of the last refusal.'),
  isOwn: z.boolean().describe('It went to you, so that you may read it.'),
});
export const OutboxAnswer = pageOf(SentMail).extend({
  counts: z
    .partialRecord(State, z.int())
    .describe('Number of mails in each state that there are any in, whatever the filter.'),
  goesOut: z.boolean().describe('False where mails are written into a folder and nothing leaves the machine.'),
  hasInboundPath: z.boolean().describe('True if reports about undeliverable mail reach the installation.'),
});
export type OutboxAnswer = z.input<typeof OutboxAnswer>;
export type OutboxState = DispatchState;

export const OneSentMail = SentMail.extend({
  content: z
    .object({ from: z.string(), to: z.array(z.string()), subject: z.string(), text: z.string() })
    .nullable()
    .describe('As sent; null for another person’s mail, and when the bytes are not kept.'),
  goesOut: z.boolean().describe('False where mails are written into a folder and nothing leaves the machine.'),
  isKept: z.boolean().describe('Whether the bytes that were sent are still kept.'),
});
export type OneSentMail = z.input<typeof OneSentMail>;

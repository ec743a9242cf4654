import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { ReadNews } from '../../contract/index.js';

export const SeeNewsBody = z.strictObject({
  items: z
    .array(z.strictObject(ReadNews.shape))
    .min(1)
    .max(2000)
    .describe(
      'Each piece of news with `upTo` as it was read. What came later stays news; what is none is passed over.',
    ),
});
export type SeeNewsBody = z.infer<typeof SeeNewsBody>;

/** Confirms one news item, or all that were shown. */
export class SeeNews extends Command<Outcome<never>> {
  constructor(
    readonly body: SeeNewsBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

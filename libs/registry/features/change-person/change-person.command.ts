import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { type PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { PersonRule } from '../../domain/person/person.decider.js';
import { filledText, plainText } from '../plain-text.js';

export const ChangePersonBody = z.object({
  name: filledText(200).describe('Full name.'),
  email: z.email().max(254).nullable().describe('Address at work.'),
  title: plainText(100).nullable().describe('Title at work: rektor, styrer, helsesykepleier …'),
});
export type ChangePersonBody = z.infer<typeof ChangePersonBody>;

/** Changes name, address or title. */
export class ChangePerson extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly body: ChangePersonBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

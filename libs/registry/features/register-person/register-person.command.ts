import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CommandContext, Outcome } from '#platform/streams';
import type { PersonRule } from '../../domain/person/person.decider.js';
import { filledText, plainText } from '../plain-text.js';

export const RegisterPersonBody = z.object({
  name: filledText(200).describe('Full name.'),
  email: z.email().max(254).nullable().describe('Address at work.'),
  title: plainText(100).nullable().describe('Title at work: rektor, styrer, helsesykepleier …'),
});
export type RegisterPersonBody = z.infer<typeof RegisterPersonBody>;

/** Registers a person, without a role. */
export class RegisterPerson extends Command<Outcome<PersonRule>> {
  constructor(
    readonly body: RegisterPersonBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

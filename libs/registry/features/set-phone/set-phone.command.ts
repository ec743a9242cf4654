import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { PersonRule } from '../../domain/person/person.decider.js';
import { LONGEST_PHONE_TEXT, readPhone } from '../phone-text.js';

export const SetPhoneBody = z.object({
  phone: z
    .string()
    .max(LONGEST_PHONE_TEXT)
    .refine((text) => readPhone(text) !== undefined, { params: { rule: 'phone-number' } })
    .nullable()
    .describe('Telephone number at work, as people write it; null where there is none.'),
});
export type SetPhoneBody = z.infer<typeof SetPhoneBody>;

/** Sets the telephone number of a person. */
export class SetPhone extends Command<Outcome<PersonRule>> {
  constructor(
    readonly personId: PersonId,
    readonly body: SetPhoneBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

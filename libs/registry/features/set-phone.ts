import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { PersonRule } from '../domain/person/person.decider.js';
import { PersonStreams } from '../streams/registry.streams.js';
import { readPhone } from './phone-text.js';

export const SetPhoneBody = z.object({
  phone: z
    .string()
    .max(LONGEST.phone)
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

@CommandHandler(SetPhone)
export class SetPhoneHandler implements ICommandHandler<SetPhone> {
  constructor(private readonly people: PersonStreams) {}

  execute({ personId, body, context }: SetPhone) {
    return this.people.run(personId, { type: 'SetPhone', phone: readPhone(body.phone ?? '') ?? null }, context);
  }
}

@Controller('people')
export class SetPhoneController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId/phone',
    right: 'registry.manage',
    summary: 'Set the telephone number of a person at work.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Body({ schema: SetPhoneBody }) body: SetPhoneBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SetPhone(personId, body, context));
  }
}

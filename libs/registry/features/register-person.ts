import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { PersonId, stableId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { PersonRule } from '../domain/person/person.decider.js';
import { PersonStreams } from '../streams/registry.streams.js';
import { emailText } from './email-text.js';
import { filledText, plainText } from './plain-text.js';

export const RegisterPersonBody = z.object({
  name: filledText(LONGEST.name).describe('Full name.'),
  email: emailText.nullable().describe('Address at work.'),
  title: plainText(LONGEST.title).nullable().describe('Title at work: rektor, styrer, helsesykepleier …'),
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

@CommandHandler(RegisterPerson)
export class RegisterPersonHandler implements ICommandHandler<RegisterPerson> {
  constructor(private readonly people: PersonStreams) {}

  execute({ body, context }: RegisterPerson) {
    const personId = PersonId.parse(stableId(context.commandId, 'person'));
    return this.people.run(personId, { type: 'RegisterPerson', personId, ...body }, context);
  }
}

@Controller('people')
export class RegisterPersonController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ right: 'registry.manage', summary: 'Register a person at work in the municipality.' })
  handle(@Body({ schema: RegisterPersonBody }) body: RegisterPersonBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new RegisterPerson(body, context));
  }
}

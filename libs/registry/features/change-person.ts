import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { PersonRule } from '../domain/person/person.decider.js';
import { PersonStreams } from '../streams/registry.streams.js';
import { emailText } from './email-text.js';
import { filledText, plainText } from './plain-text.js';

export const ChangePersonBody = z.object({
  name: filledText(LONGEST.name).describe('Full name.'),
  email: emailText.nullable().describe('Address at work.'),
  title: plainText(LONGEST.title).nullable().describe('Title at work: rektor, styrer, helsesykepleier …'),
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

@CommandHandler(ChangePerson)
export class ChangePersonHandler implements ICommandHandler<ChangePerson> {
  constructor(private readonly people: PersonStreams) {}

  execute({ personId, body, context }: ChangePerson) {
    return this.people.run(personId, { type: 'ChangePerson', ...body }, context);
  }
}

@Controller('people')
export class ChangePersonController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':personId',
    right: 'registry.manage',
    needsConfirmation: true,
    summary: 'Change the name, address or title of a person.',
  })
  handle(
    @Param('personId', { schema: PersonId }) personId: PersonId,
    @Body({ schema: ChangePersonBody }) body: ChangePersonBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangePerson(personId, body, context));
  }
}

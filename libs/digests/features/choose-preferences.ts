import { Body, Controller } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { Preferences } from '../contract/index.js';
import { isDigestMandatory } from '../domain/content/reach.js';
import type { PreferencesRule } from '../domain/preferences/preferences.decider.js';
import { PreferencesStreams } from '../streams/preferences.streams.js';

export const ChoosePreferencesBody = z.strictObject({
  ...Preferences.shape,
  hours: z.strictObject(Preferences.shape.hours.shape),
});
export type ChoosePreferencesBody = z.infer<typeof ChoosePreferencesBody>;

/** A person's own choices about mail, all at once. */
export class ChoosePreferences extends Command<Outcome<PreferencesRule>> {
  constructor(
    readonly body: ChoosePreferencesBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChoosePreferences)
export class ChoosePreferencesHandler implements ICommandHandler<ChoosePreferences> {
  constructor(private readonly preferences: PreferencesStreams) {}

  execute({ body, asker: { personId, roles }, context }: ChoosePreferences) {
    const command = {
      type: 'ChoosePreferences',
      chosen: body,
      isDigestMandatory: isDigestMandatory(roles),
    } as const;
    return this.preferences.run(personId, command, context);
  }
}

@Controller('mail')
export class ChoosePreferencesController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: 'preferences',
    method: 'put',
    right: 'mail.receive',
    summary: 'Your choices about mail: language, day of the digest, hours, and what you may stop.',
  })
  handle(
    @Body({ schema: ChoosePreferencesBody }) body: ChoosePreferencesBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChoosePreferences(body, asker, context));
  }
}

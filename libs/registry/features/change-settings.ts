import { Controller, Body } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext, Outcome } from '#platform/streams';
import { Settings } from '../contract/index.js';
import type { MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import { MunicipalityStreams } from '../streams/registry.streams.js';

export const ChangeSettingsBody = Settings;
export type ChangeSettingsBody = z.infer<typeof ChangeSettingsBody>;

/** Changes the municipality's settings. */
export class ChangeSettings extends Command<Outcome<MunicipalityRule>> {
  constructor(
    readonly body: ChangeSettingsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeSettings)
export class ChangeSettingsHandler implements ICommandHandler<ChangeSettings> {
  constructor(private readonly municipalities: MunicipalityStreams) {}

  execute({ body, context }: ChangeSettings) {
    return this.municipalities.run(context.tenant, { type: 'ChangeSettings', settings: body }, context);
  }
}

@Controller('municipality')
export class ChangeSettingsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: 'settings',
    right: 'registry.manage',
    summary: 'Change the rules of the municipality: mandatory months, deadlines, age span.',
  })
  handle(@Body({ schema: ChangeSettingsBody }) body: ChangeSettingsBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new ChangeSettings(body, context));
  }
}

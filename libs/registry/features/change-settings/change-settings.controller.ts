import { Controller, Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext } from '#platform/streams';
import { ChangeSettings, ChangeSettingsBody } from './change-settings.command.js';

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

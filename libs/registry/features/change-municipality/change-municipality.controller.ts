import { Controller, Body } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import type { CommandContext } from '#platform/streams';
import { ChangeMunicipality, ChangeMunicipalityBody } from './change-municipality.command.js';

@Controller('municipality')
export class ChangeMunicipalityController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({ method: 'put', right: 'registry.manage', summary: 'Change what the municipality is called.' })
  handle(@Body({ schema: ChangeMunicipalityBody }) body: ChangeMunicipalityBody, @Commanded() context: CommandContext) {
    return this.commands.execute(new ChangeMunicipality(body, context));
  }
}

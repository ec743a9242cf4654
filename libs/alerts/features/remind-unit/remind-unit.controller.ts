import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { RemindUnit, RemindUnitBody } from './remind-unit.command.js';

@Controller('units')
export class RemindUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':unitId/reminders',
    right: 'follow-up.write',
    of: 'unit',
    summary: 'Reminds those who lead a unit of what it is late with.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: RemindUnitBody }) body: RemindUnitBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RemindUnit(unitId, body, asker, context));
  }
}

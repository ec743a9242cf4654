import { Controller, Body, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { SetStandingParticipants, SetStandingParticipantsBody } from './set-standing-participants.command.js';

@Controller('units')
export class SetStandingParticipantsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/standing-participants',
    right: 'unit.manage',
    of: 'unit',
    summary: "Say who always takes part in a unit's meetings, and their deputies.",
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: SetStandingParticipantsBody }) body: SetStandingParticipantsBody,
    @Commanded() context: CommandContext,
    @Asked() asker: Asker,
  ) {
    return this.commands.execute(new SetStandingParticipants(unitId, body, context, asker.today));
  }
}

import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { NoteCall, NoteCallBody } from './note-call.command.js';

@Controller('units')
export class NoteCallController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':unitId/calls',
    right: 'follow-up.write',
    of: 'unit',
    summary: 'Notes a telephone call with a unit, with what came of it.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: NoteCallBody }) body: NoteCallBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new NoteCall(unitId, body, asker, context));
  }
}

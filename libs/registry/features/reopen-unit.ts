import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { UnitStreams } from '../streams/registry.streams.js';

export const ReopenUnitBody = z.object({ on: CalendarDate.describe('The first day it is open again.') });
export type ReopenUnitBody = z.infer<typeof ReopenUnitBody>;

/** Reopens a closed unit. */
export class ReopenUnit extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: ReopenUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReopenUnit)
export class ReopenUnitHandler implements ICommandHandler<ReopenUnit> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, body, context }: ReopenUnit) {
    return this.units.run(unitId, { type: 'ReopenUnit', ...body }, context);
  }
}

@Controller('units')
export class ReopenUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/reopening',
    right: 'registry.manage',
    summary: 'Open a closed unit again.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: ReopenUnitBody }) body: ReopenUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ReopenUnit(unitId, body, context));
  }
}

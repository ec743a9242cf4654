import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { UnitStreams } from '../streams/registry.streams.js';
import { filledText } from './plain-text.js';

export const CloseUnitBody = z.object({
  on: CalendarDate.describe('The last day it is open.'),
  reason: filledText(LONGEST.reason).describe('Why it closes.'),
});
export type CloseUnitBody = z.infer<typeof CloseUnitBody>;

/** Closes the unit; its history is kept. */
export class CloseUnit extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: CloseUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(CloseUnit)
export class CloseUnitHandler implements ICommandHandler<CloseUnit> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, body, context }: CloseUnit) {
    return this.units.run(unitId, { type: 'CloseUnit', ...body }, context);
  }
}

@Controller('units')
export class CloseUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/closure',
    right: 'registry.manage',
    summary: 'Close a unit; its history stays.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: CloseUnitBody }) body: CloseUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new CloseUnit(unitId, body, context));
  }
}

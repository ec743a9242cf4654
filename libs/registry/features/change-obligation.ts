import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { CalendarDate, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { UnitStreams } from '../streams/registry.streams.js';
import { plainText } from './plain-text.js';

export const ChangeObligationBody = z.object({
  obliged: z.boolean().describe('True: must meet every mandatory month.'),
  reason: plainText(LONGEST.reason).nullable().describe('Why it is exempt; shown, never hidden.'),
  from: CalendarDate.describe('From this day on, until further notice.'),
});
export type ChangeObligationBody = z.infer<typeof ChangeObligationBody>;

/** Sets whether the unit must meet every mandatory month, from a day on. */
export class ChangeObligation extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: ChangeObligationBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeObligation)
export class ChangeObligationHandler implements ICommandHandler<ChangeObligation> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, body, context }: ChangeObligation) {
    return this.units.run(unitId, { type: 'ChangeObligation', ...body }, context);
  }
}

@Controller('units')
export class ChangeObligationController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/obligation',
    right: 'registry.manage',
    summary: 'Oblige a unit to meet every mandatory month, or exempt it with a reason.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: ChangeObligationBody }) body: ChangeObligationBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangeObligation(unitId, body, context));
  }
}

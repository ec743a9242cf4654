import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { UnitStreams } from '../streams/registry.streams.js';

/** Withdraws a closure of the unit that has not begun. */
export class WithdrawUnitClosure extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawUnitClosure)
export class WithdrawUnitClosureHandler implements ICommandHandler<WithdrawUnitClosure> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, context }: WithdrawUnitClosure) {
    return this.units.run(unitId, { type: 'WithdrawUnitClosure' }, context);
  }
}

@Controller('units')
export class WithdrawUnitClosureController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':unitId/closure',
    right: 'registry.manage',
    summary: 'Take back a closure that has not begun.',
  })
  handle(@Param('unitId', { schema: UnitId }) unitId: UnitId, @Commanded() context: CommandContext) {
    return this.commands.execute(new WithdrawUnitClosure(unitId, context));
  }
}

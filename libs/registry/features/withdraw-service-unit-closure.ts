import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceUnitRule } from '../domain/service-unit/service-unit.decider.js';
import { ServiceUnitStreams } from '../streams/registry.streams.js';

/** Withdraws a closure of the service unit that has not begun. */
export class WithdrawServiceUnitClosure extends Command<Outcome<ServiceUnitRule>> {
  constructor(
    readonly serviceUnitId: ServiceUnitId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawServiceUnitClosure)
export class WithdrawServiceUnitClosureHandler implements ICommandHandler<WithdrawServiceUnitClosure> {
  constructor(private readonly serviceUnits: ServiceUnitStreams) {}

  execute({ serviceUnitId, context }: WithdrawServiceUnitClosure) {
    return this.serviceUnits.run(serviceUnitId, { type: 'WithdrawServiceUnitClosure' }, context);
  }
}

@Controller('service-units')
export class WithdrawServiceUnitClosureController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':serviceUnitId/closure',
    right: 'registry.manage',
    summary: 'Take back a closure that has not begun.',
  })
  handle(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new WithdrawServiceUnitClosure(serviceUnitId, context));
  }
}

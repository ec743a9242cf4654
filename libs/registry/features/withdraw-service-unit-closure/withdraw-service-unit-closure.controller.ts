import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { WithdrawServiceUnitClosure } from './withdraw-service-unit-closure.command.js';

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

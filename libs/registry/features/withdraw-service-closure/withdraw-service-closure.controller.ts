import { Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { WithdrawServiceClosure } from './withdraw-service-closure.command.js';

@Controller('services')
export class WithdrawServiceClosureController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'delete',
    path: ':serviceId/closure',
    right: 'registry.manage',
    summary: 'Take back a closure that has not begun.',
  })
  handle(@Param('serviceId', { schema: ServiceId }) serviceId: ServiceId, @Commanded() context: CommandContext) {
    return this.commands.execute(new WithdrawServiceClosure(serviceId, context));
  }
}

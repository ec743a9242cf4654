import { Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceRule } from '../domain/service/service.decider.js';
import { ServiceStreams } from '../streams/registry.streams.js';

/** Withdraws a closure of the service that has not begun. */
export class WithdrawServiceClosure extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly serviceId: ServiceId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(WithdrawServiceClosure)
export class WithdrawServiceClosureHandler implements ICommandHandler<WithdrawServiceClosure> {
  constructor(private readonly services: ServiceStreams) {}

  execute({ serviceId, context }: WithdrawServiceClosure) {
    return this.services.run(serviceId, { type: 'WithdrawServiceClosure' }, context);
  }
}

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

import { Command } from '@nestjs/cqrs';
import type { ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceRule } from '../../domain/service/service.decider.js';

/** Withdraws a closure of the service that has not begun. */
export class WithdrawServiceClosure extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly serviceId: ServiceId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

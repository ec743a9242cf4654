import { Command } from '@nestjs/cqrs';
import type { ServiceUnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceUnitRule } from '../../domain/service-unit/service-unit.decider.js';

/** Withdraws a closure of the service unit that has not begun. */
export class WithdrawServiceUnitClosure extends Command<Outcome<ServiceUnitRule>> {
  constructor(
    readonly serviceUnitId: ServiceUnitId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

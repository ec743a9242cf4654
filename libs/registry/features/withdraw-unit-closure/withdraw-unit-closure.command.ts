import { Command } from '@nestjs/cqrs';
import type { UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';

/** Withdraws a closure of the unit that has not begun. */
export class WithdrawUnitClosure extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

import { Command } from '@nestjs/cqrs';
import { type ServiceId, type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../../domain/unit/unit.decider.js';

/** Ends the service's assignment to the unit. */
export class UnassignService extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly serviceId: ServiceId,
    readonly context: CommandContext,
  ) {
    super();
  }
}

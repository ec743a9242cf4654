import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { type ServiceUnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceUnitRule } from '../../domain/service-unit/service-unit.decider.js';
import { filledText } from '../plain-text.js';

export const RenameServiceUnitBody = z.object({
  name: filledText(200).describe('Name of the service unit (virksomhet).'),
});
export type RenameServiceUnitBody = z.infer<typeof RenameServiceUnitBody>;

/** Renames the service unit. */
export class RenameServiceUnit extends Command<Outcome<ServiceUnitRule>> {
  constructor(
    readonly serviceUnitId: ServiceUnitId,
    readonly body: RenameServiceUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

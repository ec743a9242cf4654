import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import type { CommandContext, Outcome } from '#platform/streams';
import type { ServiceUnitRule } from '../../domain/service-unit/service-unit.decider.js';
import { filledText } from '../plain-text.js';

export const RegisterServiceUnitBody = z.object({
  name: filledText(200).describe('Name of the service unit (virksomhet).'),
});
export type RegisterServiceUnitBody = z.infer<typeof RegisterServiceUnitBody>;

/** Registers a service unit. */
export class RegisterServiceUnit extends Command<Outcome<ServiceUnitRule>> {
  constructor(
    readonly body: RegisterServiceUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

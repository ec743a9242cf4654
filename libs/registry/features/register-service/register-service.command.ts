import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { ServiceUnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { ServiceKind } from '../../contract/index.js';
import type { ServiceRule } from '../../domain/service/service.decider.js';
import { filledText } from '../plain-text.js';

export const RegisterServiceBody = z.object({
  name: filledText(200).describe('Name of the service.'),
  kind: ServiceKind.describe('What kind of support service it is.'),
  serviceUnitId: ServiceUnitId.nullable().describe('The service unit that leads it, if any.'),
});
export type RegisterServiceBody = z.infer<typeof RegisterServiceBody>;

/** Registers a support service. */
export class RegisterService extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly body: RegisterServiceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

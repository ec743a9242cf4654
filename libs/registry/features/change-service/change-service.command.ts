import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { ServiceUnitId, type ServiceId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { ServiceKind } from '../../contract/index.js';
import type { ServiceRule } from '../../domain/service/service.decider.js';
import { filledText } from '../plain-text.js';

export const ChangeServiceBody = z.object({
  name: filledText(200).describe('Name of the service.'),
  kind: ServiceKind.describe('What kind of support service it is.'),
  serviceUnitId: ServiceUnitId.nullable().describe('The service unit that leads it, if any.'),
});
export type ChangeServiceBody = z.infer<typeof ChangeServiceBody>;

/** Changes the service. */
export class ChangeService extends Command<Outcome<ServiceRule>> {
  constructor(
    readonly serviceId: ServiceId,
    readonly body: ChangeServiceBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

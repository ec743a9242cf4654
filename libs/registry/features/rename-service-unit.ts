import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { ServiceUnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { ServiceUnitRule } from '../domain/service-unit/service-unit.decider.js';
import { ServiceUnitStreams } from '../streams/registry.streams.js';
import { filledText } from './plain-text.js';

export const RenameServiceUnitBody = z.object({
  name: filledText(LONGEST.name).describe('Name of the service unit (virksomhet).'),
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

@CommandHandler(RenameServiceUnit)
export class RenameServiceUnitHandler implements ICommandHandler<RenameServiceUnit> {
  constructor(private readonly serviceUnits: ServiceUnitStreams) {}

  execute({ serviceUnitId, body, context }: RenameServiceUnit) {
    return this.serviceUnits.run(serviceUnitId, { type: 'RenameServiceUnit', ...body }, context);
  }
}

@Controller('service-units')
export class RenameServiceUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':serviceUnitId',
    right: 'registry.manage',
    summary: 'Rename a unit that leads support services.',
  })
  handle(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Body({ schema: RenameServiceUnitBody }) body: RenameServiceUnitBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RenameServiceUnit(serviceUnitId, body, context));
  }
}

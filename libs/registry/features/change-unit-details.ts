import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Commanded, CommandRoute } from '#platform/http';
import { UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Ownership, UnitDetails, UnitKind } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { UnitStreams } from '../streams/registry.streams.js';
import { filledText, plainText } from './plain-text.js';

export const ChangeUnitDetailsBody = z.object({
  name: filledText(LONGEST.name).describe('Name of the school or kindergarten.'),
  kind: UnitKind.describe('School or kindergarten.'),
  ownership: Ownership.describe('Public or private.'),
  children: UnitDetails.shape.children.describe('Children or pupils, where known.'),
  area: plainText(LONGEST.area).nullable().describe('Part of the municipality, where it is divided.'),
});
export type ChangeUnitDetailsBody = z.infer<typeof ChangeUnitDetailsBody>;

/** Changes the unit's details. */
export class ChangeUnitDetails extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: ChangeUnitDetailsBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChangeUnitDetails)
export class ChangeUnitDetailsHandler implements ICommandHandler<ChangeUnitDetails> {
  constructor(private readonly units: UnitStreams) {}

  execute({ unitId, body, context }: ChangeUnitDetails) {
    return this.units.run(unitId, { type: 'ChangeUnitDetails', details: body }, context);
  }
}

@Controller('units')
export class ChangeUnitDetailsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId',
    right: 'registry.manage',
    summary: 'Change the name, kind, ownership, size or area of a unit.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: ChangeUnitDetailsBody }) body: ChangeUnitDetailsBody,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ChangeUnitDetails(unitId, body, context));
  }
}

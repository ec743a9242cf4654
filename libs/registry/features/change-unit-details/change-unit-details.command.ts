import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { type UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Ownership, UnitDetails, UnitKind } from '../../contract/index.js';
import type { UnitRule } from '../../domain/unit/unit.decider.js';
import { filledText, plainText } from '../plain-text.js';

export const ChangeUnitDetailsBody = z.object({
  name: filledText(200).describe('Name of the school or kindergarten.'),
  kind: UnitKind.describe('School or kindergarten.'),
  ownership: Ownership.describe('Public or private.'),
  children: UnitDetails.shape.children.describe('Children or pupils, where known.'),
  area: plainText(100).nullable().describe('Part of the municipality, where it is divided.'),
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

import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { CalendarDate, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Obligation, Ownership, UnitDetails, UnitKind } from '../../contract/index.js';
import type { UnitRule } from '../../domain/unit/unit.decider.js';
import { filledText, plainText } from '../plain-text.js';

export const RegisterUnitBody = z.object({
  name: filledText(200).describe('Name of the school or kindergarten.'),
  kind: UnitKind.describe('School or kindergarten.'),
  ownership: Ownership.describe('Public or private.'),
  children: UnitDetails.shape.children.describe('Children or pupils, where known.'),
  area: plainText(100).nullable().describe('Part of the municipality, where it is divided.'),
  unitId: UnitId.describe('Organisation number, nine digits.'),
  obligation: Obligation.optional().describe(
    'Not given: open and family kindergartens are exempt, all others must meet.',
  ),
  from: CalendarDate.describe('The first day on which it is obliged or exempt.'),
});
export type RegisterUnitBody = z.infer<typeof RegisterUnitBody>;

/** Registers a school or kindergarten. */
export class RegisterUnit extends Command<Outcome<UnitRule>> {
  constructor(
    readonly body: RegisterUnitBody,
    readonly context: CommandContext,
  ) {
    super();
  }
}

import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { Month, type UnitId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { AlertKind, FollowUpNote } from '../../contract/index.js';
import type { FollowUpRule } from '../../domain/follow-up/follow-up.decider.js';

export const RemindUnitBody = z.strictObject({
  kind: AlertKind.nullable().default(null).describe('Only of this kind; null: whatever the unit is late with.'),
  month: Month.nullable().default(null).describe('Only about this month; null: whatever month.'),
  note: FollowUpNote.nullable().default(null).describe('Shown to those who are reminded; names no child.'),
});
export type RemindUnitBody = z.infer<typeof RemindUnitBody>;

/** Reminds the unit's leaders of overdue matters; shown on their start page until these are resolved. */
export class RemindUnit extends Command<Outcome<FollowUpRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: RemindUnitBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

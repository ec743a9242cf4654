import { Command } from '@nestjs/cqrs';
import { z } from 'zod';
import { Month, PersonId, type UnitId } from '#platform/kernel';
import type { Asker } from '#platform/identity';
import type { CommandContext, Outcome } from '#platform/streams';
import { AlertKind, FollowUpNote } from '../../contract/index.js';
import type { FollowUpRule } from '../../domain/follow-up/follow-up.decider.js';

export const NoteCallBody = z.strictObject({
  kind: AlertKind.nullable().default(null).describe('What it was about; null: all of it.'),
  month: Month.nullable().default(null),
  withId: PersonId.nullable().default(null).describe('Who answered, where that is said.'),
  note: FollowUpNote.describe('What came of it; names no child.'),
});
export type NoteCallBody = z.infer<typeof NoteCallBody>;

/** Records a telephone call with a unit, for the coordinator and later follow-up. */
export class NoteCall extends Command<Outcome<FollowUpRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: NoteCallBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { Month, PersonId, UnitId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Directory } from '#registry/contract';
import { AlertKind } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { FollowUpRule } from '../domain/follow-up/follow-up.decider.js';
import { FollowUpStreams } from '../streams/follow-up.streams.js';

export const NoteCallBody = z.strictObject({
  kind: AlertKind.nullable().default(null).describe('What it was about; null: all of it.'),
  month: Month.nullable().default(null),
  withId: PersonId.nullable().default(null).describe('Who answered, where that is said.'),
  note: requiredText(LONGEST.note).describe('What came of it; names no child.'),
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

@CommandHandler(NoteCall)
export class NoteCallHandler implements ICommandHandler<NoteCall> {
  constructor(
    private readonly followUps: FollowUpStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ unitId, body: { kind, month, withId, note }, asker: { today, tenant }, context }: NoteCall) {
    const known = withId === null ? [] : await this.directory.people(tenant, [withId]);
    return this.followUps.run(
      unitId,
      {
        type: 'NoteCall',
        unitId,
        about: { kind, month },
        today,
        withId,
        note,
        facts: { knowsPerson: withId === null || known.length > 0 },
      },
      context,
    );
  }
}

@Controller('units')
export class NoteCallController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':unitId/calls',
    right: 'follow-up.write',
    of: 'unit',
    summary: 'Notes a telephone call with a unit, with what came of it.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: NoteCallBody }) body: NoteCallBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new NoteCall(unitId, body, asker, context));
  }
}

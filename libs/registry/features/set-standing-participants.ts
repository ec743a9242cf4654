import { Controller, Body, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { PersonId, type CalendarDate, UnitId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import type { UnitRule } from '../domain/unit/unit.decider.js';
import { PersonStreams, UnitStreams } from '../streams/registry.streams.js';

export const SetStandingParticipantsBody = z.object({
  participants: z
    .array(
      z.object({
        personId: PersonId.describe('Who always takes part.'),
        deputyId: PersonId.nullable().describe('Who takes part in their place.'),
      }),
    )
    .max(50)
    .describe('The whole list, in the order in which they are shown.'),
});
export type SetStandingParticipantsBody = z.infer<typeof SetStandingParticipantsBody>;

/** Sets the unit's standing participants and their deputies. */
export class SetStandingParticipants extends Command<Outcome<UnitRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: SetStandingParticipantsBody,
    readonly context: CommandContext,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@CommandHandler(SetStandingParticipants)
export class SetStandingParticipantsHandler implements ICommandHandler<SetStandingParticipants> {
  constructor(
    private readonly units: UnitStreams,
    private readonly people: PersonStreams,
  ) {}

  async execute({ unitId, body, context, today }: SetStandingParticipants) {
    const { participants } = body;
    const named = participants.flatMap(({ personId, deputyId }) =>
      deputyId === null ? [personId] : [personId, deputyId],
    );
    const active = await this.people.activeOn(today, named, context.tenant);
    return this.units.run(unitId, { type: 'SetStandingParticipants', participants, active }, context);
  }
}

@Controller('units')
export class SetStandingParticipantsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    path: ':unitId/standing-participants',
    right: 'unit.manage',
    of: 'unit',
    summary: "Say who always takes part in a unit's meetings, and their deputies.",
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: SetStandingParticipantsBody }) body: SetStandingParticipantsBody,
    @Commanded() context: CommandContext,
    @Asked() asker: Asker,
  ) {
    return this.commands.execute(new SetStandingParticipants(unitId, body, context, asker.today));
  }
}

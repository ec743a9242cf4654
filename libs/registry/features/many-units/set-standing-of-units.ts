import { Body, Controller } from '@nestjs/common';
import { Command, CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId, type CalendarDate } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { PersonStreams, UnitStreams } from '../../streams/registry.streams.js';
import { SetStandingParticipantsBody } from '../set-standing-participants.js';
import {
  DecidedUnitsAnswer,
  decidedUnitsAnswer,
  runForUnits,
  SeenRevision,
  type DecidedUnit,
} from './run-for-units.js';

export const SetStandingOfUnitsBody = z.strictObject({
  units: z
    .array(z.strictObject({ unitId: UnitId, revision: SeenRevision, ...SetStandingParticipantsBody.shape }))
    .min(1)
    .max(100)
    .describe('The accepted units, each with its whole list.'),
});
export type SetStandingOfUnitsBody = z.infer<typeof SetStandingOfUnitsBody>;

/** Sets the standing participants of many units at once; each unit is decided by itself. */
export class SetStandingOfUnits extends Command<readonly DecidedUnit[]> {
  constructor(
    readonly body: SetStandingOfUnitsBody,
    readonly context: CommandContext,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@CommandHandler(SetStandingOfUnits)
export class SetStandingOfUnitsHandler implements ICommandHandler<SetStandingOfUnits> {
  constructor(
    private readonly units: UnitStreams,
    private readonly people: PersonStreams,
  ) {}

  async execute({ body, context, today }: SetStandingOfUnits): Promise<readonly DecidedUnit[]> {
    const named = body.units.flatMap(({ participants }) =>
      participants.flatMap(({ personId, deputyId }) => (deputyId === null ? [personId] : [personId, deputyId])),
    );
    // Read once for all the units: those of a service sit at many tables.
    const active = await this.people.activeOn(today, named, context.tenant);
    return runForUnits(body.units, context, ({ unitId, participants }, own) =>
      this.units.run(unitId, { type: 'SetStandingParticipants', participants, active }, own),
    );
  }
}

@Controller('standing-participants')
export class SetStandingOfUnitsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    method: 'put',
    right: 'registry.manage',
    summary: 'Say for many units at once who always takes part in their meetings. Those refused are named.',
    answer: DecidedUnitsAnswer,
  })
  async handle(
    @Body({ schema: SetStandingOfUnitsBody }) body: SetStandingOfUnitsBody,
    @Commanded() context: CommandContext,
    @Asked() { language, today }: Asker,
  ): Promise<DecidedUnitsAnswer> {
    const done = await this.commands.execute(new SetStandingOfUnits(body, context, today));
    return decidedUnitsAnswer(done, language);
  }
}

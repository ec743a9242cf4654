import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { PersonStreams, UnitStreams } from '../../streams/registry.streams.js';
import { SetStandingParticipants } from './set-standing-participants.command.js';

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
    const active = await this.people.activeOn(today, named, context.municipality);
    return this.units.run(unitId, { type: 'SetStandingParticipants', participants, active }, context);
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Directory } from '#registry/contract';
import { FollowUpStreams } from '../../streams/follow-up.streams.js';
import { NoteCall } from './note-call.command.js';

@CommandHandler(NoteCall)
export class NoteCallHandler implements ICommandHandler<NoteCall> {
  constructor(
    private readonly followUps: FollowUpStreams,
    private readonly directory: Directory,
  ) {}

  async execute({ unitId, body: { kind, month, withId, note }, asker: { today, municipality }, context }: NoteCall) {
    const known = withId === null ? [] : await this.directory.people(municipality, [withId]);
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

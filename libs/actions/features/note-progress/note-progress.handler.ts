import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActionStreams } from '../../streams/action.streams.js';
import { NoteProgress } from './note-progress.command.js';

@CommandHandler(NoteProgress)
export class NoteProgressHandler implements ICommandHandler<NoteProgress> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: NoteProgress) {
    return this.actions.run(actionId, { type: 'NoteProgress', ...body, on: asker.today }, context);
  }
}

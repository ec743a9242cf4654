import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { ActionStreams } from '../../streams/action.streams.js';
import { JudgeEffect } from './judge-effect.command.js';

@CommandHandler(JudgeEffect)
export class JudgeEffectHandler implements ICommandHandler<JudgeEffect> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: JudgeEffect) {
    return this.actions.run(actionId, { type: 'JudgeEffect', ...body, on: asker.today }, context);
  }
}

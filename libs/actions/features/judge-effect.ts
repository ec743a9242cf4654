import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ActionId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { Effect } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import type { ActionRule } from '../domain/action/action.refusals.js';
import { ActionStreams } from '../streams/action.streams.js';

export const JudgeEffectBody = z.object({
  effect: Effect,
  note: requiredText(LONGEST.note).nullable().default(null).describe('Why; names no child.'),
});

export class JudgeEffect extends Command<Outcome<ActionRule>> {
  constructor(
    readonly actionId: ActionId,
    readonly body: z.infer<typeof JudgeEffectBody>,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(JudgeEffect)
export class JudgeEffectHandler implements ICommandHandler<JudgeEffect> {
  constructor(private readonly actions: ActionStreams) {}

  execute({ actionId, body, asker, context }: JudgeEffect) {
    return this.actions.run(actionId, { type: 'JudgeEffect', ...body, on: asker.today }, context);
  }
}

@Controller('actions')
export class JudgeEffectController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/effect',
    right: 'action.report',
    of: 'action',
    summary: 'Judges the effect of a completed action, or judges it anew; this ends it.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: JudgeEffectBody }) body: z.infer<typeof JudgeEffectBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new JudgeEffect(actionId, body, asker, context));
  }
}

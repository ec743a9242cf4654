import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { JudgeEffect, JudgeEffectBody } from './judge-effect.command.js';

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

import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { SeeRefusedDecision, SeeRefusedDecisionBody } from './see-refused-decision.command.js';

@Controller('refused-decisions')
export class SeeRefusedDecisionController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':refusalId/seen',
    right: 'follow-up.write',
    summary: 'Lets a difference between protocol and action stand, with a reason.',
  })
  handle(
    @Param('refusalId', { schema: z.uuid() }) refusalId: string,
    @Body({ schema: SeeRefusedDecisionBody }) body: z.infer<typeof SeeRefusedDecisionBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SeeRefusedDecision(refusalId, body, asker, context));
  }
}

import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ActionId } from '#platform/kernel';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import type { CommandContext } from '#platform/streams';
import { OfferHandover, OfferHandoverBody } from './offer-handover.command.js';

@Controller('actions')
export class OfferHandoverController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':actionId/handover',
    right: 'action.hand-over',
    of: 'action',
    summary: 'Offers the action to another person, who becomes responsible only by accepting.',
  })
  handle(
    @Param('actionId', { schema: ActionId }) actionId: ActionId,
    @Body({ schema: OfferHandoverBody }) body: z.infer<typeof OfferHandoverBody>,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new OfferHandover(actionId, body, asker, context));
  }
}

import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { requiredText, type PersonId } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { AlertStepsRule } from '../domain/alert-steps/alert-steps.decider.js';
import { AlertStepsStreams } from '../streams/alert-steps.streams.js';
import { AlertStepsReader } from '../read-models/alert-steps/alert-steps-reader.js';

export const AskOwnerBody = z.strictObject({
  note: requiredText(LONGEST.note).nullable().default(null).describe('Shown to the owner; names no child.'),
});
export type AskOwnerBody = z.infer<typeof AskOwnerBody>;

/** Asks the owner of an action how it goes; the owner is told at once. */
export class AskOwner extends Command<Outcome<AlertStepsRule>> {
  constructor(
    readonly alertId: string,
    readonly body: AskOwnerBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(AskOwner)
export class AskOwnerHandler implements ICommandHandler<AskOwner> {
  constructor(
    private readonly alerts: AlertStepsStreams,
    private readonly reader: AlertStepsReader,
  ) {}

  async execute({ alertId, body: { note }, asker: { tenant, today, personId }, context }: AskOwner) {
    const ownerId = await this.reader.ownerOf(tenant, alertId);
    const by = personId as PersonId;
    return this.alerts.run(alertId, { type: 'AskOwner', by, on: today, note, facts: { ownerId } }, context);
  }
}

@Controller('alerts')
export class AskOwnerController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':alertId/questions',
    right: 'alerts.answer',
    of: 'alert',
    summary: 'Asks the owner of an action how it goes; the owner gets a mail at once.',
  })
  handle(
    @Param('alertId', { schema: z.uuid() }) alertId: string,
    @Body({ schema: AskOwnerBody }) body: AskOwnerBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new AskOwner(alertId, body, asker, context));
  }
}

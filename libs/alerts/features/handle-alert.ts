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

export const HandleAlertBody = z.strictObject({
  note: requiredText(LONGEST.note).nullable().default(null).describe('What was done or agreed; names no child.'),
});
export type HandleAlertBody = z.infer<typeof HandleAlertBody>;

/** Marks an alert as handled, by the leader of the service or the coordinator whom it has come to: no further step. */
export class HandleAlert extends Command<Outcome<AlertStepsRule>> {
  constructor(
    readonly alertId: string,
    readonly body: HandleAlertBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(HandleAlert)
export class HandleAlertHandler implements ICommandHandler<HandleAlert> {
  constructor(private readonly alerts: AlertStepsStreams) {}

  execute({ alertId, body: { note }, asker: { today, personId }, context }: HandleAlert) {
    return this.alerts.run(alertId, { type: 'HandleAlert', by: personId as PersonId, on: today, note }, context);
  }
}

@Controller('alerts')
export class HandleAlertController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':alertId/handling',
    right: 'alerts.answer',
    of: 'alert',
    summary: 'Marks an alert as handled: nobody is told more about this due date.',
  })
  handle(
    @Param('alertId', { schema: z.uuid() }) alertId: string,
    @Body({ schema: HandleAlertBody }) body: HandleAlertBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new HandleAlert(alertId, body, asker, context));
  }
}

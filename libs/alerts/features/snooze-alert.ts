import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CalendarDate, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { AlertStepsRule } from '../domain/alert-steps/alert-steps.decider.js';
import { AlertStepsStreams } from '../streams/alert-steps.streams.js';

export const SnoozeAlertBody = z.strictObject({
  until: CalendarDate.describe('The day on which it is listed again; at most 30 days ahead.'),
  reason: requiredText(LONGEST.note).describe('Why it waits; names no child.'),
});
export type SnoozeAlertBody = z.infer<typeof SnoozeAlertBody>;

/** Takes an alert out of the lists until a day; possible once. A new step ends it. */
export class SnoozeAlert extends Command<Outcome<AlertStepsRule>> {
  constructor(
    readonly alertId: string,
    readonly body: SnoozeAlertBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(SnoozeAlert)
export class SnoozeAlertHandler implements ICommandHandler<SnoozeAlert> {
  constructor(private readonly alerts: AlertStepsStreams) {}

  execute({ alertId, body, asker: { today }, context }: SnoozeAlert) {
    return this.alerts.run(alertId, { type: 'SnoozeAlert', on: today, ...body }, context);
  }
}

@Controller('alerts')
export class SnoozeAlertController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':alertId/snooze',
    right: 'alerts.answer',
    of: 'alert',
    summary: 'Puts an alert aside until a day, with a reason; possible once, and a new step ends it.',
  })
  handle(
    @Param('alertId', { schema: z.uuid() }) alertId: string,
    @Body({ schema: SnoozeAlertBody }) body: SnoozeAlertBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new SnoozeAlert(alertId, body, asker, context));
  }
}

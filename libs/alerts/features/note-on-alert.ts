import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { LONGEST } from '../contract/limits/index.js';
import type { AlertStepsRule } from '../domain/alert-steps/alert-steps.decider.js';
import { AlertStepsStreams } from '../streams/alert-steps.streams.js';

export const NoteOnAlertBody = z.strictObject({
  note: requiredText(LONGEST.note).describe('What was done or agreed; names no child.'),
});
export type NoteOnAlertBody = z.infer<typeof NoteOnAlertBody>;

/** Notes what was done about an alert. */
export class NoteOnAlert extends Command<Outcome<AlertStepsRule>> {
  constructor(
    readonly alertId: string,
    readonly body: NoteOnAlertBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(NoteOnAlert)
export class NoteOnAlertHandler implements ICommandHandler<NoteOnAlert> {
  constructor(private readonly alerts: AlertStepsStreams) {}

  execute({ alertId, body: { note }, asker: { today }, context }: NoteOnAlert) {
    return this.alerts.run(alertId, { type: 'NoteOnAlert', on: today, note }, context);
  }
}

@Controller('alerts')
export class NoteOnAlertController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':alertId/notes',
    right: 'alerts.answer',
    of: 'alert',
    summary: 'Notes what was done about an alert.',
  })
  handle(
    @Param('alertId', { schema: z.uuid() }) alertId: string,
    @Body({ schema: NoteOnAlertBody }) body: NoteOnAlertBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new NoteOnAlert(alertId, body, asker, context));
  }
}

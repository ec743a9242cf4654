import { Body, Controller } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { isRefused, stableId } from '#platform/kernel';
import type { CommandContext } from '#platform/streams';
import { AlertStepsStreams } from '../streams/alert-steps.streams.js';

export const ReleaseAlertsBody = z.strictObject({
  alertIds: z.array(z.uuid()).min(1).max(5000).describe('The alerts of the waiting list that are to be told.'),
});
export type ReleaseAlertsBody = z.infer<typeof ReleaseAlertsBody>;

export const ReleasedAlerts = z.object({
  released: z.int().describe('Alerts that are told in the next round. Those that waited no longer are left out.'),
  position: z.string().regex(/^\d+$/).describe('Ask with `?after=<position>` to read what you wrote.'),
});
export type ReleasedAlerts = z.infer<typeof ReleasedAlerts>;

/** Releases alerts that were held back; the next round tells them. Each is released alone, so a repeat continues. */
export class ReleaseAlerts extends Command<ReleasedAlerts> {
  constructor(
    readonly body: ReleaseAlertsBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReleaseAlerts)
export class ReleaseAlertsHandler implements ICommandHandler<ReleaseAlerts> {
  constructor(private readonly alerts: AlertStepsStreams) {}

  async execute({ body: { alertIds }, asker: { today }, context }: ReleaseAlerts): Promise<ReleasedAlerts> {
    let released = 0;
    let position = 0n;
    for (const alertId of new Set(alertIds)) {
      const commandId = stableId(context.commandId, alertId);
      const outcome = await this.alerts.run(alertId, { type: 'ReleaseAlert', on: today }, { ...context, commandId });
      if (isRefused(outcome)) continue;
      released += 1;
      if (outcome.position > position) position = outcome.position;
    }
    return { released, position: String(position) };
  }
}

@Controller('alerts')
export class ReleaseAlertsController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: 'releases',
    right: 'follow-up.write',
    answer: ReleasedAlerts,
    summary: 'Releases alerts that were held back after days without mail; they are told in the next round.',
  })
  handle(
    @Body({ schema: ReleaseAlertsBody }) body: ReleaseAlertsBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new ReleaseAlerts(body, asker, context));
  }
}

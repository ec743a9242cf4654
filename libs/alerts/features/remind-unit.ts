import { Body, Controller, Param } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler, CommandBus } from '@nestjs/cqrs';
import { z } from 'zod';
import { Asked, Commanded, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { Month, UnitId, type PersonId, requiredText } from '#platform/kernel';
import type { CommandContext, Outcome } from '#platform/streams';
import { AlertKind } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';
import { alertsOn } from '../domain/alerts-on.js';
import { leadersByUnit } from '../domain/situation.js';
import type { FollowUpRule } from '../domain/follow-up/follow-up.decider.js';
import { hasCause } from '../domain/units-to-call.js';
import { AlertFactsOfDay } from '../read-models/alerts/alert-facts.js';
import { FollowUpStreams } from '../streams/follow-up.streams.js';

export const RemindUnitBody = z.strictObject({
  kind: AlertKind.nullable().default(null).describe('Only of this kind; null: whatever the unit is late with.'),
  month: Month.nullable().default(null).describe('Only about this month; null: whatever month.'),
  note: requiredText(LONGEST.note)
    .nullable()
    .default(null)
    .describe('Shown to those who are reminded; names no child.'),
});
export type RemindUnitBody = z.infer<typeof RemindUnitBody>;

/** Reminds the unit's leaders of alerts; shown on their start page until these are resolved. */
export class RemindUnit extends Command<Outcome<FollowUpRule>> {
  constructor(
    readonly unitId: UnitId,
    readonly body: RemindUnitBody,
    readonly asker: Asker,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RemindUnit)
export class RemindUnitHandler implements ICommandHandler<RemindUnit> {
  constructor(
    private readonly followUps: FollowUpStreams,
    private readonly factsOfDay: AlertFactsOfDay,
  ) {}

  async execute({ unitId, body: { kind, month, note }, asker: { today, tenant }, context }: RemindUnit) {
    const about = { kind, month };
    const facts = await this.factsOfDay.on(today, tenant);
    const causes = alertsOn(today, facts).filter(
      (alert) => alert.subject.unitIds[0] === unitId && hasCause(about, alert),
    );
    const leaderIds = [...new Set(leadersByUnit(facts.people, today).get(unitId))] as PersonId[];
    return this.followUps.run(
      unitId,
      { type: 'RemindUnit', unitId, about, today, note, facts: { leaderIds, causes: causes.length } },
      context,
    );
  }
}

@Controller('units')
export class RemindUnitController {
  constructor(private readonly commands: CommandBus) {}

  @CommandRoute({
    path: ':unitId/reminders',
    right: 'follow-up.write',
    of: 'unit',
    summary: 'Reminds those who lead a unit of what it is late with.',
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Body({ schema: RemindUnitBody }) body: RemindUnitBody,
    @Asked() asker: Asker,
    @Commanded() context: CommandContext,
  ) {
    return this.commands.execute(new RemindUnit(unitId, body, asker, context));
  }
}

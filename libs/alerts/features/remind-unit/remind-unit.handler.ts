import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { PersonId } from '#platform/kernel';
import { alertsOn } from '../../domain/alerts-on.js';
import { leadersByUnit } from '../../domain/escalation.js';
import { isOfCause } from '../../domain/to-call.js';
import { AlertFactsOfDay } from '../../read-models/alerts/alert-facts.js';
import { FollowUpStreams } from '../../streams/follow-up.streams.js';
import { RemindUnit } from './remind-unit.command.js';

@CommandHandler(RemindUnit)
export class RemindUnitHandler implements ICommandHandler<RemindUnit> {
  constructor(
    private readonly followUps: FollowUpStreams,
    private readonly factsOfDay: AlertFactsOfDay,
  ) {}

  async execute({ unitId, body: { kind, month, note }, asker: { today, municipality }, context }: RemindUnit) {
    const about = { kind, month };
    const facts = await this.factsOfDay.on(today, municipality);
    const causes = alertsOn(today, facts).filter(
      (alert) => alert.subject.unitIds[0] === unitId && isOfCause(about, alert),
    );
    const leaderIds = [...new Set(leadersByUnit(facts.people, today).get(unitId))] as PersonId[];
    return this.followUps.run(
      unitId,
      { type: 'RemindUnit', unitId, about, today, note, facts: { leaderIds, causes: causes.length } },
      context,
    );
  }
}

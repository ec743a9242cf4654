import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page } from '#platform/http';
import { may, type Asker } from '#platform/identity';
import type { Alert, AlertFacts } from '../../domain/alert.js';
import { alertsOn } from '../../domain/alerts-on.js';
import { AlertFactsOfDay } from './alert-facts.js';
import type { AlertDto, AlertsQuery } from './alerts.dto.js';
import { alertSentence } from './alerts.sentences.js';

export class ListAlerts extends Query<Page<AlertDto>> {
  constructor(
    readonly query: AlertsQuery,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListAlerts)
export class ListAlertsHandler implements IQueryHandler<ListAlerts> {
  constructor(private readonly facts: AlertFactsOfDay) {}

  async execute({ query: { page, size, kind, unit, level }, asker }: ListAlerts): Promise<Page<AlertDto>> {
    const facts = await this.facts.on(asker.today, asker.tenant);
    const alerts = alertsOn(asker.today, facts).filter(
      (alert) =>
        (kind === undefined || alert.kind === kind) &&
        (level === undefined || alert.level === level) &&
        (unit === undefined || alert.subject.unitIds.includes(unit)) &&
        may(asker, 'alerts.read', alert.subject),
    );
    const shown = alerts.slice((page - 1) * size, page * size);
    return { items: shown.map(showing(facts, asker)), total: alerts.length, page, size };
  }
}

const showing = ({ people, units }: AlertFacts, asker: Asker) => {
  const names = new Map([
    ...people.map(({ personId, name }) => [personId, name] as const),
    ...units.map(({ unitId, name }) => [unitId, name] as const),
  ]);
  const nameOf = (id: string) => names.get(id) ?? null;
  return (alert: Alert): AlertDto => {
    const { id, kind, level, subjectId, subject, text, actorIds, since, ageInWorkingDays } = alert;
    return {
      id,
      kind,
      level,
      subjectId,
      units: subject.unitIds.map((unitId) => ({ unitId, name: nameOf(unitId) })),
      text: alertSentence(alert, asker),
      about: text,
      actors: actorIds.map((personId) => ({ personId, name: nameOf(personId) })),
      since,
      ageInWorkingDays,
    };
  };
};

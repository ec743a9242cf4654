import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { scopeOf, type Asker } from '#platform/identity';
import { alertsOn } from '../../domain/alerts-on.js';
import { stillApplying } from '../../domain/units-to-call.js';
import { AlertFactsOfDay } from '../alerts/alert-facts.js';
import { showing } from '../follow-up/units-to-call.js';
import { UnitContacts } from '../unit-history/unit-contacts.js';

/** Reminders to a unit's leaders. Users cannot delete one: it disappears when its cause is resolved. */
export class ListReminders extends Query<object> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ListReminders)
export class ListRemindersHandler implements IQueryHandler<ListReminders> {
  constructor(
    private readonly contacts: UnitContacts,
    private readonly facts: AlertFactsOfDay,
  ) {}

  async execute({ asker }: ListReminders) {
    const { tenant, today } = asker;
    const scope = scopeOf(asker, 'reminders.read');
    const unitIds = scope.all ? [] : scope.unitIds;
    const rows = await this.contacts.reminders(tenant, unitIds, today);
    if (rows.length === 0) return { items: [] };
    const facts = await this.facts.on(today, tenant);
    const alerts = alertsOn(today, facts);
    const shown = showing({ facts, contacts: new Map() }, asker);
    const latest = new Map(
      // Rows come latest first; reversing them keeps the latest of each cause.
      rows.toReversed().map((row) => [`${row.unitId}/${row.alertKind}/${row.month}`, row]),
    );
    return {
      items: [...latest.values()]
        .toSorted((a, b) => Number(b.position) - Number(a.position))
        .flatMap((row) => {
          const about = { kind: row.alertKind, month: row.month };
          const ofUnit = alerts.filter(({ subject }) => subject.unitIds[0] === row.unitId);
          const open = stillApplying({ about, on: row.saidOn }, ofUnit);
          if (open.length === 0) return [];
          return {
            id: row.id,
            unit: { unitId: row.unitId, name: shown.unitNameOf(row.unitId) },
            on: row.saidOn,
            by: shown.nameOf(row.byId),
            note: row.note,
            about,
            matters: open.map(shown.alert),
          };
        }),
    };
  }
}

import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { may, type Asker } from '#platform/identity';
import { refuse } from '#platform/kernel';
import { UnitContacts } from '../unit-history/unit-contacts.js';
import type { UnitHistoryRow } from '../unit-history/unit-history.entity.js';
import { ALERTS_SHOWN, type FollowUpFilters } from './follow-up.dto.js';
import { showing, UnitsToCall } from './units-to-call.js';

/** Alerts of all units, grouped by the unit to call, most urgent first. */
export class ListUnitsToCall extends Query<object> {
  constructor(
    readonly filters: FollowUpFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListUnitsToCall)
export class ListUnitsToCallHandler implements IQueryHandler<ListUnitsToCall> {
  constructor(private readonly toCall: UnitsToCall) {}

  async execute({ filters: { page, size, kind, area, about }, asker }: ListUnitsToCall) {
    const list = await this.toCall.on(asker, (alert) => about === undefined || alert.kind === about);
    const lines = list.lines.filter(
      ({ unit }) =>
        (kind === undefined || unit.kind === kind) &&
        (area === undefined || unit.area === area) &&
        may(asker, 'follow-up.read', { unitIds: [unit.unitId] }),
    );
    const shown = showing(list, asker);
    return {
      items: lines.slice((page - 1) * size, page * size).map((line) => shown.unit(line, ALERTS_SHOWN)),
      total: lines.length,
      page,
      size,
      today: asker.today,
      areas: [...new Set(list.facts.units.flatMap((unit) => unit.area ?? []))].sort(BY_NAME.compare),
      matters: lines.reduce((sum, { alerts }) => sum + alerts.length, 0),
    };
  }
}

const BY_NAME = new Intl.Collator('nb');

/** One unit: its alerts, people to call, and its follow-up so far (reminders, calls, exemptions). */
export class ReadUnitFollowUp extends Query<object> {
  constructor(
    readonly unitId: string,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadUnitFollowUp)
export class ReadUnitFollowUpHandler implements IQueryHandler<ReadUnitFollowUp> {
  constructor(
    private readonly toCall: UnitsToCall,
    private readonly contacts: UnitContacts,
  ) {}

  async execute({ unitId, asker }: ReadUnitFollowUp) {
    const [list, done] = await Promise.all([
      this.toCall.of(asker, unitId),
      this.contacts.doneAbout(asker.tenant, unitId),
    ]);
    if (!list) return refuse('NOT_FOUND');
    const shown = showing(list, asker);
    return {
      ...shown.unit(list.line),
      done: done.rows.map((row) => doneShown(row, shown.nameOf)),
      doneTotal: done.total,
    };
  }
}

const doneShown = (row: UnitHistoryRow, nameOf: (personId: string | null) => string | null) => ({
  id: row.id,
  kind: row.kind,
  at: row.saidAt.toISOString(),
  on: row.saidOn,
  by: nameOf(row.byId),
  about: { kind: row.alertKind, month: row.month },
  with: nameOf(row.withId),
  note: row.note,
});

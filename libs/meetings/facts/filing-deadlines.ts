import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import { DEFAULT_SETTINGS, Directory, type UnitKind } from '#registry/contract';
import { filingDueOn } from '../domain/board/month-state.js';
import { UnitCalendars } from './unit-calendars.js';

/** Filing deadlines of a municipality's protocols, by the calendar of the host unit. */
export interface Deadlines {
  dueOn(meeting: { readonly unitIds: readonly string[]; readonly heldOn: CalendarDate }): CalendarDate;
  dueAt(kind: UnitKind, heldOn: CalendarDate): CalendarDate;
  readonly kindergartenIds: readonly string[];
}

@Injectable()
export class FilingDeadlines {
  constructor(
    private readonly directory: Directory,
    private readonly calendars: UnitCalendars,
  ) {}

  async of(tenant: string): Promise<Deadlines> {
    const [about, units, isFreeFor] = await Promise.all([
      this.directory.municipality(tenant),
      this.directory.units(tenant),
      this.calendars.of(tenant),
    ]);
    const { filingWorkingDays } = about?.settings ?? DEFAULT_SETTINGS;
    const kindergartens = new Set(units.filter(({ kind }) => kind === 'kindergarten').map(({ unitId }) => unitId));
    const dueAt = (kind: UnitKind, heldOn: CalendarDate) =>
      filingDueOn(heldOn, { filingWorkingDays, isFree: isFreeFor(kind) });
    return {
      dueAt,
      dueOn: ({ unitIds, heldOn }) => dueAt(kindergartens.has(unitIds[0] ?? '') ? 'kindergarten' : 'school', heldOn),
      kindergartenIds: [...kindergartens],
    };
  }
}

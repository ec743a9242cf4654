import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { ReadSide } from '#platform/database';
import { addDays, type CalendarDate } from '#platform/kernel';
import { CONTACTS, DONE_ABOUT_UNIT, DONE_BY_UNIT, UnitHistoryRow } from './unit-history.entity.js';

/** Days after which a reminder or a call no longer counts as the last one. */
const REMEMBERED_DAYS = 365;
/** Most history entries in the panel of one unit. */
const SHOWN = 50;

/** Queries the follow-up of units. */
@Injectable()
export class UnitContacts {
  constructor(private readonly readSide: ReadSide) {}

  /** The latest reminder or call of each unit within a year, by unit. */
  async last(tenant: string, today: CalendarDate): Promise<ReadonlyMap<string, UnitHistoryRow>> {
    const rows = await this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(UnitHistoryRow, 'h')
        .distinctOn(['h.unitId'])
        .where('h.tenant = :tenant and h.kind in (:...done) and h.kind in (:...contacts)', {
          tenant,
          done: DONE_ABOUT_UNIT,
          contacts: CONTACTS,
        })
        .andWhere('h.saidOn >= :from', { from: addDays(today, -REMEMBERED_DAYS) })
        .orderBy('h.unitId')
        .addOrderBy('h.position', 'DESC')
        .getMany(),
    );
    return new Map(rows.map((row) => [row.unitId, row]));
  }

  /** Follow-up of a unit, latest first, and the total number of entries. */
  async doneAbout(
    tenant: string,
    unitId: string,
  ): Promise<{ readonly rows: readonly UnitHistoryRow[]; readonly total: number }> {
    const [rows, total] = await this.readSide.in(tenant, (tables) =>
      tables.findAndCount(UnitHistoryRow, {
        where: { tenant, unitId, kind: In(DONE_ABOUT_UNIT) },
        order: { position: 'desc', id: 'asc' },
        take: SHOWN,
      }),
    );
    return { rows, total };
  }

  /** Reminders of units within a year, the latest first. */
  reminders(tenant: string, unitIds: readonly string[], today: CalendarDate): Promise<readonly UnitHistoryRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables.find(UnitHistoryRow, {
        where: {
          tenant,
          unitId: In(unitIds),
          kind: 'reminded',
          saidOn: MoreThanOrEqual(addDays(today, -REMEMBERED_DAYS)),
        },
        order: { position: 'desc', id: 'asc' },
        take: SHOWN,
      }),
    );
  }

  /** Meetings and filings of units from a day on, latest first. */
  doneByUnits(tenant: string, from: CalendarDate): Promise<readonly UnitHistoryRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables.find(UnitHistoryRow, {
        where: { tenant, kind: In(DONE_BY_UNIT), saidOn: MoreThanOrEqual(from) },
        order: { position: 'desc', id: 'asc' },
      }),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { In, MoreThanOrEqual } from 'typeorm';
import { ReadSide } from '#platform/database';
import { addDays, type CalendarDate } from '#platform/kernel';
import { CONTACTS, DONE_ABOUT_UNIT, DONE_BY_UNIT, UnitHistoryRow } from './unit-history.entity.js';

/** A reminder or a call older than this is no longer what was done last about anything. */
const REMEMBERED_DAYS = 365;
/** What one unit's panel shows of its history. */
const SHOWN = 50;

/** Asks what has been done about units. */
@Injectable()
export class UnitContacts {
  constructor(private readonly readSide: ReadSide) {}

  /** The latest reminder or call of each unit within a year, by unit. */
  async last(municipality: string, today: CalendarDate): Promise<ReadonlyMap<string, UnitHistoryRow>> {
    const rows = await this.readSide.in(municipality, (tables) =>
      tables
        .createQueryBuilder(UnitHistoryRow, 'h')
        .distinctOn(['h.unitId'])
        .where('h.municipality = :municipality and h.kind in (:...done) and h.kind in (:...contacts)', {
          municipality,
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

  /** What has been done about a unit, the latest first, and how much there is in all. */
  async doneAbout(
    municipality: string,
    unitId: string,
  ): Promise<{ readonly rows: readonly UnitHistoryRow[]; readonly total: number }> {
    const [rows, total] = await this.readSide.in(municipality, (tables) =>
      tables.findAndCount(UnitHistoryRow, {
        where: { municipality, unitId, kind: In(DONE_ABOUT_UNIT) },
        order: { position: 'desc', id: 'asc' },
        take: SHOWN,
      }),
    );
    return { rows, total };
  }

  /** Reminders of units within a year, the latest first. */
  reminders(municipality: string, unitIds: readonly string[], today: CalendarDate): Promise<readonly UnitHistoryRow[]> {
    return this.readSide.in(municipality, (tables) =>
      tables.find(UnitHistoryRow, {
        where: {
          municipality,
          unitId: In(unitIds),
          kind: 'reminded',
          saidOn: MoreThanOrEqual(addDays(today, -REMEMBERED_DAYS)),
        },
        order: { position: 'desc', id: 'asc' },
        take: SHOWN,
      }),
    );
  }

  /** What units have done from a day on, the latest first. */
  doneByUnits(municipality: string, from: CalendarDate): Promise<readonly UnitHistoryRow[]> {
    return this.readSide.in(municipality, (tables) =>
      tables.find(UnitHistoryRow, {
        where: { municipality, kind: In(DONE_BY_UNIT), saidOn: MoreThanOrEqual(from) },
        order: { position: 'desc', id: 'asc' },
      }),
    );
  }
}

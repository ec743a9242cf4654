import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import { alertKeyOf } from '../../streams/alert-steps.streams.js';
import { AlertStepsRow } from './alert-steps.entity.js';

/** Queries of the steps that were told. */
@Injectable()
export class AlertStepsReader {
  constructor(private readonly readSide: ReadSide) {}

  /** The alerts with these ids that have steps, by id. */
  async byId(tenant: string, alertIds: readonly string[]): Promise<ReadonlyMap<string, AlertStepsRow>> {
    const rows = await this.readSide.in(tenant, (tables) =>
      tables
        .createQueryBuilder(AlertStepsRow, 'a')
        .where('a.tenant = :tenant and a.alertKey = any(:keys)', { tenant, keys: alertIds.map(alertKeyOf) })
        .getMany(),
    );
    return new Map(rows.map((row) => [row.alertId, row]));
  }

  /** The alerts whose last step was told on a day. */
  toldOn(tenant: string, day: CalendarDate): Promise<readonly AlertStepsRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables.find(AlertStepsRow, { where: { tenant, toldOn: day }, order: { alertId: 'asc' } }),
    );
  }

  /** The alerts with a step that waits for the coordinator, by what they are about. */
  waiting(tenant: string): Promise<readonly AlertStepsRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables.find(AlertStepsRow, { where: { tenant, isWaiting: true }, order: { alertId: 'asc' } }),
    );
  }
}

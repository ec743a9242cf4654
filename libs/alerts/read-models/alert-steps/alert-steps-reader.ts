import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import type { PersonId } from '#platform/kernel';
import type { LadderKind } from '#registry/contract';
import { alertKeyOf } from '../../contract/index.js';
import { NO_STEPS } from '../../domain/alert-steps/alert-steps.state.js';
import { WatchedActionRow } from '../watched-action/watched-action.entity.js';
import { AlertStepsRow } from './alert-steps.entity.js';

const OF_ACTIONS: readonly LadderKind[] = [
  'overdue',
  'follow-up-missed',
  'handover-waiting',
  'orphan',
  'more-time-asked',
];

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
    // A table of the version before, which is read while the new one is built, lacks some of the fields.
    return new Map(rows.map((row) => [row.alertId, { ...row, steps: { ...NO_STEPS, ...row.steps } }]));
  }

  /** The owner of the open action that an alert is about; null where it is about none, or the action has ended. */
  async ownerOf(tenant: string, alertKey: string): Promise<PersonId | null> {
    const action = await this.readSide.in(tenant, async (tables) => {
      const alert = await tables.findOneBy(AlertStepsRow, { tenant, alertKey });
      return alert && OF_ACTIONS.includes(alert.kind)
        ? tables.findOneBy(WatchedActionRow, { tenant, actionId: alert.subjectId })
        : null;
    });
    return (action?.ownerId ?? null) as PersonId | null;
  }

  /** The alerts with a step that waits for the coordinator, by what they are about. */
  waiting(tenant: string): Promise<readonly AlertStepsRow[]> {
    return this.readSide.in(tenant, (tables) =>
      tables.find(AlertStepsRow, { where: { tenant, isWaiting: true }, order: { alertId: 'asc' } }),
    );
  }
}

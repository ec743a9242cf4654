import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import { RemindedCauses, type RemindedCause } from '../../contract/index.js';
import { alertsOn } from '../../domain/alerts-on.js';
import { stillApplying } from '../../domain/units-to-call.js';
import { AlertFactsOfDay } from '../alerts/alert-facts.js';

/** Looks at the alerts of the day. */
@Injectable()
export class OpenCauses extends RemindedCauses {
  constructor(private readonly facts: AlertFactsOfDay) {
    super();
  }

  async open<R extends RemindedCause>(
    tenant: string,
    today: CalendarDate,
    reminders: readonly R[],
  ): Promise<readonly R[]> {
    if (reminders.length === 0) return [];
    const alerts = Map.groupBy(
      alertsOn(today, await this.facts.on(today, tenant)),
      ({ subject }) => subject.unitIds[0] ?? '',
    );
    return reminders.filter((reminder) => stillApplying(reminder, alerts.get(reminder.unitId) ?? []).length > 0);
  }
}

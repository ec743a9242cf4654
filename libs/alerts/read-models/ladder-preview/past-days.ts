import { setImmediate as otherRequests } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  days,
  firstDayOf,
  instantAt,
  isWorkingDay,
  lastDayOf,
  type CalendarDate,
  type Month,
  type TimeOfDay,
} from '#platform/kernel';
import { ServiceAbsences } from '#meetings/contract';
import type { FactsOfDay } from '../../domain/ladder/past-rounds.js';
import { AlertFactsOfDay, type RegistryFacts } from '../alerts/alert-facts.js';
import { watchedFrom } from '../watched-action/watched-action.entity.js';
import { RecordedDays, type RecordedRows } from './recorded-days.js';

/** A day of rounds with what was known in its morning. */
export interface PastDay {
  readonly day: CalendarDate;
  readonly facts: FactsOfDay;
}

/**
 * Days before a month whose rounds are made too, so that what they told is not told again in it. Longer than July, in
 * which schools are told nothing.
 */
const DAYS_BEFORE = 62;
const MORNING = '07:00' as TimeOfDay;

/** Reads the facts that the rounds of a month that is over knew. */
@Injectable()
export class PastDays {
  constructor(
    private readonly recorded: RecordedDays,
    private readonly facts: AlertFactsOfDay,
    private readonly absences: ServiceAbsences,
  ) {}

  /**
   * The working days of the month and of the weeks before it, in order. Meetings, actions, calls and what was marked as
   * handled are as they were recorded by the morning of each day. The registry is as it is known now, by its own dates,
   * and so is the attendance of services.
   */
  async *of(tenant: string, month: Month): AsyncGenerator<PastDay> {
    const registry = await this.facts.registry(tenant);
    const from = addDays(firstDayOf(month), -DAYS_BEFORE);
    const rounds = [...days(from, lastDayOf(month))].filter((day) => isWorkingDay(day, registry.isPublicHoliday));
    const rows = await this.recorded.at(
      tenant,
      rounds.map((day) => instantAt(day, MORNING)),
    );
    const serviceIds = registry.services.map(({ serviceId }) => serviceId);
    const absences = await this.absences.inARowOnEach(tenant, rounds, serviceIds);
    for (const [i, day] of rounds.entries()) {
      yield { day, facts: { ...recordedFacts(rows[i]!, registry), absences: absences.get(day) ?? [] } };
      await otherRequests();
    }
  }
}

/** Facts of a round from the rows of its morning. */
export function recordedFacts(
  { actions, contacts, steps, ...others }: RecordedRows,
  { settings: _, ...registry }: RegistryFacts,
): Omit<FactsOfDay, 'absences'> {
  const lastContact = new Map(contacts.map(({ unitId, saidOn }) => [unitId, saidOn]));
  const handled = new Set(
    steps.filter((row) => row.steps.isHandled).map((row) => `${row.alertId} ${row.steps.countedFrom}`),
  );
  return {
    ...registry,
    ...others,
    actions: actions.map(watchedFrom),
    lastContact: (unitId) => lastContact.get(unitId),
    isHandled: (alertId, countedFrom) => handled.has(`${alertId} ${countedFrom}`),
  };
}

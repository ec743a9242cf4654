import { Injectable } from '@nestjs/common';
import { Rounds } from '#platform/jobs';
import { dayOf, type CalendarDate } from '#platform/kernel';
import type { Composition, Dispatch, SharedReadings } from '#platform/mail';
import { digestWeekOf } from '../contract/index.js';
import { announcedOn, morningStateOf } from './told-in-mail.js';

/** Name of the rounds of a working day, one for each municipality; their periods are days. */
export const MORNING = 'morning';

/** Mails of the morning that are composed now, and what becomes of the others. */
export interface DividedMails {
  readonly composed: readonly Dispatch[];
  readonly others: ReadonlyMap<string, Composition>;
}

/** Decides about mails of the morning that were not composed on their day, so that nobody gets two on another. */
@Injectable()
export class UncomposedMorningMails {
  constructor(private readonly rounds: Rounds) {}

  async divide(tenant: string, due: readonly Dispatch[], now: Date, readings: SharedReadings): Promise<DividedMails> {
    const today = dayOf(now);
    // Nearly always all are of this day, and nothing is read.
    if (due.every((mail) => announcedOn(mail) >= today)) return { composed: due, others: new Map() };
    const lastRound = (await readings.once(this, () => this.rounds.last(tenant, MORNING))) as CalendarDate | null;
    const week = digestWeekOf(today);
    const byState = Map.groupBy(due, (mail) => morningStateOf(mail, today, lastRound, week));
    const ended = (mails: readonly Dispatch[] | undefined, composition: Composition) =>
      (mails ?? []).map(({ dispatchId }) => [dispatchId, composition] as const);
    return {
      composed: [...(byState.get('own-day') ?? []), ...(byState.get('late') ?? [])],
      others: new Map([
        ...ended(byState.get('not-yet'), { notYet: true }),
        ...ended(byState.get('taken-over'), { nothing: true }),
      ]),
    };
  }
}

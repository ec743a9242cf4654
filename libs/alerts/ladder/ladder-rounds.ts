import { Injectable } from '@nestjs/common';
import {
  addWorkingDays,
  stableId,
  type CalendarDate,
  type PersonId,
  type ServiceId,
  type UnitId,
} from '#platform/kernel';
import { Freshness } from '#platform/followers';
import { AlertLadder, type AlertSubject, type RoundOfSteps, type ToldStep } from '../contract/index.js';
import type { Matter } from '../domain/matters/matter.js';
import { roundOn, type DueStep } from '../domain/ladder/round.js';
import { AlertStepsReader } from '../read-models/alert-steps/alert-steps-reader.js';
import { alertKeyOf, AlertStepsStreams } from '../streams/alert-steps.streams.js';
import { RoundFactsOfDay } from './round-facts.js';

/** The steps are appended, and their read model does not follow. */
export class RoundNotRead extends Error {
  override readonly name = 'RoundNotRead';
}

/** Commands under way at the same time. */
const AT_ONCE = 16;
/** Time for the read models to take a round's events. */
const READ_WITHIN_MS = 60_000;

/** Decides on a day's steps with the facts of the day, and reads what was told. */
@Injectable()
export class LadderRounds extends AlertLadder {
  constructor(
    private readonly rounds: RoundFactsOfDay,
    private readonly steps: AlertStepsReader,
    private readonly streams: AlertStepsStreams,
    private readonly freshness: Freshness,
  ) {
    super();
  }

  async carryOut(tenant: string, day: CalendarDate, previousRound: CalendarDate | null): Promise<RoundOfSteps> {
    const { facts } = await this.rounds.on(tenant, day);
    const next = previousRound && addWorkingDays(previousRound, 1, facts.isPublicHoliday);
    const due = roundOn(day, facts, next === null || next < day);
    const waiting = due.values();
    let last = 0n;
    const append = async () => {
      for (const step of waiting) {
        const position = await this.append(tenant, day, step);
        if (position > last) last = position;
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, append));
    if (!(await this.freshness.reached(last, READ_WITHIN_MS)))
      throw new RoundNotRead('The read models have not taken the steps of the round');
    const heldBack = due.filter(({ isHeldBack }) => isHeldBack).length;
    return { sent: due.length - heldBack, heldBack };
  }

  async toldOn(tenant: string, day: CalendarDate): Promise<ReadonlyMap<string, readonly ToldStep[]>> {
    const [rows, { matters }] = await Promise.all([this.steps.toldOn(tenant, day), this.rounds.on(tenant, day)]);
    const open = new Map(matters.map((matter) => [matter.id, matter]));
    const told = new Map<string, ToldStep[]>();
    for (const { alertKey, alertId, kind, subjectId, unitIds, serviceIds, month, steps } of rows) {
      const { told: step, countedFrom } = steps;
      const matter = open.get(alertId);
      if (step === null || !matter || matter.countedFrom !== countedFrom || steps.isHandled) continue;
      const { age, ownerId } = matter;
      const about = { alertKey, alertId, kind, subjectId, unitIds, serviceIds, month, countedFrom, age, ownerId };
      for (const { personId, as } of steps.toldTo) {
        const line = { ...about, step, on: day, as };
        told.set(personId, [...(told.get(personId) ?? []), line]);
      }
    }
    return told;
  }

  /** The position of the step's event; of the stream where the step was told before. */
  private async append(tenant: string, day: CalendarDate, { matter, step, to, skipped, isHeldBack }: DueStep) {
    const about = subjectOf(matter);
    const command = isHeldBack
      ? ({ type: 'HoldStepBack', about, step, on: day } as const)
      : ({ type: 'SendStep', about, step, on: day, to, skipped } as const);
    const id = stableId('ladder', tenant, command.type, matter.id, matter.countedFrom, step, day);
    const outcome = await this.streams.run(alertKeyOf(matter.id), command, {
      tenant,
      actor: 'system:ladder',
      commandId: id,
      request: id,
      correlationId: id,
    });
    // Only a merger can refuse these commands, and a merged municipality has no rounds.
    return 'refused' in outcome ? 0n : outcome.position;
  }
}

/** Ids from events are of their kinds already. */
const subjectOf = ({ id, kind, subjectId, subject, month, countedFrom }: Matter): AlertSubject => ({
  alertId: id,
  kind,
  subjectId,
  unitIds: subject.unitIds as UnitId[],
  serviceIds: subject.serviceIds as ServiceId[],
  personIds: subject.personIds as PersonId[],
  month,
  countedFrom,
});

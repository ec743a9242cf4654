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
import { activeRolesOn, type PersonDto } from '#registry/contract';
import {
  alertKeyOf,
  AlertLadder,
  type AlertSubject,
  type DaysOfTelling,
  type Everybody,
  type RoundOfSteps,
  type ToldCause,
  type ToldStep,
} from '../contract/index.js';
import type { AlertCause } from '../domain/causes/alert-cause.js';
import { readableCauses, type IsReadable } from './readable-causes.js';
import { roundOn, type DueStep, type RoundFacts } from '../domain/ladder/round.js';
import type { AlertStepsRow } from '../read-models/alert-steps/alert-steps.entity.js';
import { AlertStepsStreams } from '../streams/alert-steps.streams.js';
import { RoundFactsOfDay } from './round-facts.js';

/** The steps are appended, and their read model does not follow. */
export class RoundNotRead extends Error {
  override readonly name = 'RoundNotRead';
}

/** Commands under way at the same time. */
const AT_ONCE = 16;
/** Time for the read models to take a round's events. */
const READ_WITHIN_MS = 60_000;

/** Open causes, and the rights of the people who were told about them. */
interface OpenOnes {
  readonly open: readonly { readonly row: AlertStepsRow; readonly cause: AlertCause; readonly about: ToldCause }[];
  /** True if the person may read the cause with the roles that they hold on the day, whenever they were told. */
  readonly mayRead: (personId: string, cause: AlertCause) => boolean;
}

/** Decides on a day's steps with the facts of the day, and reads what was told. */
@Injectable()
export class LadderRounds extends AlertLadder {
  constructor(
    private readonly rounds: RoundFactsOfDay,
    private readonly streams: AlertStepsStreams,
    private readonly freshness: Freshness,
  ) {
    super();
  }

  async carryOut(
    tenant: string,
    day: CalendarDate,
    previousRound: CalendarDate | null,
    people?: Everybody,
  ): Promise<RoundOfSteps> {
    const { facts } = await this.rounds.on(tenant, day, people);
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

  async toldWithin(
    tenant: string,
    { after, until }: DaysOfTelling,
    today: CalendarDate,
    people?: Everybody,
  ): Promise<ReadonlyMap<string, readonly ToldStep[]>> {
    const { open, mayRead } = await this.open(tenant, today, people);
    return byPerson(
      open.flatMap(({ row: { history }, about, cause }) =>
        history
          .filter(({ on }) => after < on && on <= until)
          .flatMap(({ what, on, step, toIds, countedFrom }) =>
            what === 'sent' && countedFrom === about.countedFrom
              ? toIds
                  .filter((personId) => mayRead(personId, cause))
                  .map((personId) => ({ personId, told: { ...about, step: step!, on } }))
              : [],
          ),
      ),
    );
  }

  async heldOn(
    tenant: string,
    day: CalendarDate,
    people?: Everybody,
  ): Promise<ReadonlyMap<string, readonly ToldStep[]>> {
    const { open, mayRead } = await this.open(tenant, day, people);
    return byPerson(
      open.flatMap(({ row: { steps, toldOn: on, snoozedUntil }, about, cause }) =>
        steps.told === null || on === null || (snoozedUntil !== null && snoozedUntil > day)
          ? []
          : steps.toldTo
              .filter(({ personId }) => mayRead(personId, cause))
              .map(({ personId }) => ({ personId, told: { ...about, step: steps.told!, on } })),
      ),
    );
  }

  async openOnes(
    tenant: string,
    day: CalendarDate,
    alertKeys: readonly string[],
  ): Promise<ReadonlyMap<string, ToldCause>> {
    const { open } = await this.open(tenant, day);
    return new Map(
      open.flatMap(({ about }) => (alertKeys.includes(about.alertKey) ? [[about.alertKey, about] as const] : [])),
    );
  }

  /** Open causes with the steps told about their day, unless somebody has marked them as handled. */
  private async open(tenant: string, day: CalendarDate, people?: Everybody): Promise<OpenOnes> {
    const { facts, causes, steps } = await this.rounds.on(tenant, day, people);
    const open = causes.flatMap((cause): OpenOnes['open'] => {
      const { id, countedFrom, age, ownerId } = cause;
      const row = steps.get(id);
      if (!row || row.steps.countedFrom !== countedFrom || row.steps.isHandled) return [];
      const { alertKey, alertId, kind, subjectId, unitIds, serviceIds, month } = row;
      return [
        {
          row,
          cause,
          about: { alertKey, alertId, kind, subjectId, unitIds, serviceIds, month, countedFrom, age, ownerId },
        },
      ];
    });
    return { open, mayRead: readersOn(day, facts) };
  }

  /** The position of the step's event; of the stream where the step was told before. */
  private async append(tenant: string, day: CalendarDate, { cause, step, to, skipped, isHeldBack }: DueStep) {
    const about = subjectOf(cause);
    const command = isHeldBack
      ? ({ type: 'HoldStepBack', about, step, on: day } as const)
      : ({ type: 'SendStep', about, step, on: day, to, skipped } as const);
    const id = stableId('ladder', tenant, command.type, cause.id, cause.countedFrom, step, day);
    const outcome = await this.streams.run(alertKeyOf(cause.id), command, {
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

/** The rights of each person on the day, found out when they are first asked for: most people were told nothing. */
function readersOn(
  today: CalendarDate,
  { people, services }: Pick<RoundFacts, 'people' | 'services'>,
): OpenOnes['mayRead'] {
  const everybody = new Map<string, PersonDto>(people.map((person) => [person.personId, person]));
  const personOf = (personId: string) => everybody.get(personId);
  const known = new Map<string, IsReadable>();
  return (personId, cause) => {
    let isReadable = known.get(personId);
    if (!isReadable) {
      const person = personOf(personId);
      const roles = person ? activeRolesOn(person, today, services, personOf) : [];
      isReadable = readableCauses({ personId, roles });
      known.set(personId, isReadable);
    }
    return isReadable(cause);
  };
}

/** Steps by the person whom they told: of each alert the last one. */
function byPerson(
  tellings: readonly { readonly personId: string; readonly told: ToldStep }[],
): ReadonlyMap<string, readonly ToldStep[]> {
  const found = new Map<string, Map<string, ToldStep>>();
  for (const { personId, told } of tellings)
    found.set(personId, (found.get(personId) ?? new Map<string, ToldStep>()).set(told.alertKey, told));
  return new Map([...found].map(([personId, steps]) => [personId, [...steps.values()]]));
}

/** Ids from events are of their kinds already. */
const subjectOf = ({ id, kind, subjectId, subject, month, countedFrom }: AlertCause): AlertSubject => ({
  alertId: id,
  kind,
  subjectId,
  unitIds: subject.unitIds as UnitId[],
  serviceIds: subject.serviceIds as ServiceId[],
  personIds: subject.personIds as PersonId[],
  month,
  countedFrom,
});

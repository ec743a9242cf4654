import type { CalendarDate } from '#platform/kernel';
import type { LadderKind, LadderReceiver } from '#registry/contract';
import type { PastStep } from './past-rounds.js';

/** How many alerts a step told to the holders of a role. */
export interface StepFigure {
  readonly kind: LadderKind;
  readonly step: number;
  readonly as: LadderReceiver;
  readonly alerts: number;
}
export interface PersonFigure {
  readonly personId: string;
  readonly alerts: number;
  /** Days with at least one alert: each person gets one mail a day. */
  readonly mails: number;
}
/** Number of alerts and mails that some rounds told. An alert to two people counts twice. */
export interface ToldFigures {
  readonly alerts: number;
  readonly mails: number;
  readonly bySteps: readonly StepFigure[];
  /** Those with most alerts first. */
  readonly people: readonly PersonFigure[];
}

export function toldFigures(steps: readonly PastStep[]): ToldFigures {
  const bySteps = new Map<string, StepFigure>();
  const people = new Map<string, { alerts: number; readonly days: Set<CalendarDate> }>();
  for (const { on, cause, step, to } of steps)
    for (const { personId, as } of to) {
      const key = `${cause.kind} ${step} ${as}`;
      const known = bySteps.get(key) ?? { kind: cause.kind, step, as, alerts: 0 };
      bySteps.set(key, { ...known, alerts: known.alerts + 1 });
      const person = people.get(personId) ?? { alerts: 0, days: new Set() };
      person.alerts += 1;
      person.days.add(on);
      people.set(personId, person);
    }
  const persons = [...people].map(([personId, { alerts, days }]) => ({ personId, alerts, mails: days.size }));
  return {
    alerts: persons.reduce((sum, { alerts }) => sum + alerts, 0),
    mails: persons.reduce((sum, { mails }) => sum + mails, 0),
    bySteps: [...bySteps.values()],
    people: persons.sort((a, b) => b.alerts - a.alerts || (a.personId < b.personId ? -1 : 1)),
  };
}

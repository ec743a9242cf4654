import { days, type CalendarDate } from '#platform/kernel';
import type { PersonDto } from '#registry/contract';
import { day, facts, person, unit } from '../alerts.examples.js';
import { afterStep, NO_STEPS, type AlertSteps } from '../alert-steps/alert-steps.state.js';
import { roundOn, type RoundFacts } from './round.js';

export const people: readonly PersonDto[] = [
  person('owner', { serviceId: 'ppt' }),
  person('leader', { role: 'unit-leader', unitId: 'school' }),
  person('coordinator', { role: 'coordinator' }),
  person('head', { role: 'service-unit-leader', serviceUnitId: 'bfe' }),
];
export const roundFacts = (changes: Partial<RoundFacts> = {}): RoundFacts => ({
  ...facts({ people, units: [unit('school', { obligations: [] })] }),
  services: [{ serviceId: 'ppt', serviceUnitId: 'bfe' }],
  absences: [],
  lastContact: () => undefined,
  stepsOf: () => undefined,
  ...changes,
});

export interface Told {
  readonly on: CalendarDate;
  readonly line: string;
}
export const line = (id: string, step: number, to: readonly { readonly personId: string }[]) =>
  `${id} ${step}: ${to.map(({ personId }) => personId).join(', ')}`;

/** The rounds of every day of a period, each knowing what the ones before told. */
export function told(from: string, to: string, changesOn: (today: CalendarDate) => Partial<RoundFacts>): Told[] {
  const steps = new Map<string, AlertSteps>();
  return [...days(day(from), day(to))].flatMap((today) => {
    const known = roundFacts({ stepsOf: (id) => steps.get(id), ...changesOn(today) });
    return roundOn(today, known, false).map(({ cause, step, to: receivers }) => {
      const before = steps.get(cause.id) ?? NO_STEPS;
      steps.set(cause.id, afterStep(before, { countedFrom: cause.countedFrom, step, to: receivers }));
      return { on: today, line: line(cause.id, step, receivers) };
    });
  });
}
export const table = (rows: readonly Told[]) => rows.map(({ on, line: said }) => `${on} ${said}`);

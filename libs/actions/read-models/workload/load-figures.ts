import { monthOf, type CalendarDate } from '#platform/kernel';
import { dividedFigure, indicatorNumbered, periodOf, type Indicator, type KnownFacts } from '#statistics/contract';

/** Open actions, those over due, and the load of each responsible person. */
const [OPEN, OVERDUE, LOAD] = [indicatorNumbered(18), indicatorNumbered(19), indicatorNumbered(30)];
export const LOAD_FIGURES: readonly Indicator[] = [OPEN, OVERDUE, LOAD];

export interface Load {
  /** Agreed, and neither completed nor abandoned. */
  readonly open: number;
  /** Open after the due date that was valid on that day. */
  readonly overdue: number;
}
export const NO_LOAD: Load = { open: 0, overdue: 0 };

/** Load of each service at the end of the day's month, or today in the current one (indicators 18 and 19). */
export function loadOfServices(facts: KnownFacts, day: CalendarDate): ReadonlyMap<string, Load> {
  const month = periodOf(monthOf(day))!;
  const numbers = (indicator: Indicator) =>
    new Map(dividedFigure(indicator, facts, month, 'service', {}).map(({ key, figure }) => [key, figure.numerator]));
  const overdue = numbers(OVERDUE);
  return new Map([...numbers(OPEN)].map(([key, open]) => [key, { open, overdue: overdue.get(key) ?? 0 }]));
}

/** Load of each person who is responsible for actions of the service today (indicator 30). */
export function loadOfPeople(facts: KnownFacts, serviceId: string): ReadonlyMap<string, Load> {
  const month = periodOf(monthOf(facts.today))!;
  return new Map(
    dividedFigure(LOAD, facts, month, 'person', { serviceIds: [serviceId] }).map(({ key, figure }) => [
      key,
      { open: figure.numerator, overdue: figure.asides.find((aside) => aside.key === 'over-due')!.numerator },
    ]),
  );
}

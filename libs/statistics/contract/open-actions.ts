import {
  firstDayOfSchoolYear,
  lastDayOfSchoolYear,
  schoolYearOf,
  type CalendarDate,
  type SchoolYear,
} from '#platform/kernel';
import { isOverdue } from '#actions/contract';
import { termsOn } from './action-case.js';
import type { ActionFact, ActionTerms } from './facts.js';
import type { KnownFacts } from './known-facts.js';
import { untilOf, type Period } from './period.js';

/** An action that is open at the end of a day, with the terms that hold on it. */
export interface OpenAction {
  readonly action: ActionFact;
  readonly terms: ActionTerms;
  readonly day: CalendarDate;
  readonly isOverdue: boolean;
}

/** Actions open at the end of the period, or today while it lasts: agreed by then, and not ended. */
export function openActions(facts: KnownFacts, period: Period): readonly OpenAction[] {
  const day = untilOf(period, facts.today);
  return openDuring(facts, schoolYearOf(day))
    .filter(({ agreedOn, ended }) => agreedOn <= day && (ended === null || ended.on > day))
    .map((action) => {
      const terms = termsOn(action, day);
      return { action, terms, day, isOverdue: isOverdue({ isOpen: true, dueOn: terms.dueOn }, day) };
    });
}

/** Those open on some day of the school year, so that a series of months looks at old actions seldom. */
const openDuring = (facts: KnownFacts, year: SchoolYear): readonly ActionFact[] =>
  facts.once(`actions open in ${year}`, () => {
    const [first, last] = [firstDayOfSchoolYear(year), lastDayOfSchoolYear(year)];
    return facts.actions.filter(({ agreedOn, ended }) => agreedOn <= last && (ended === null || ended.on > first));
  });

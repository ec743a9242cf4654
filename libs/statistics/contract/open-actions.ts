import { addMonths, monthOf, type CalendarDate, type Month } from '#platform/kernel';
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
  return (openByMonth(facts).get(monthOf(day)) ?? [])
    .filter(({ agreedOn, ended }) => agreedOn <= day && (ended === null || ended.on > day))
    .map((action) => {
      const terms = termsOn(action, day);
      return { action, terms, day, isOverdue: isOverdue({ isOpen: true, dueOn: terms.dueOn }, day) };
    });
}

/** The actions that were open on some day of each month, so that a series of months looks at each action seldom. */
const openByMonth = (facts: KnownFacts): ReadonlyMap<Month, readonly ActionFact[]> =>
  facts.once('open actions by month', () => {
    const byMonth = new Map<Month, ActionFact[]>();
    for (const action of facts.actions) {
      const last = monthOf(untilOf({ to: action.ended?.on ?? facts.today }, facts.today));
      for (let month = monthOf(action.agreedOn); month <= last; month = addMonths(month, 1)) {
        const open = byMonth.get(month);
        if (open) open.push(action);
        else byMonth.set(month, [action]);
      }
    }
    return byMonth;
  });

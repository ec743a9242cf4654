import type { CalendarDate } from '#platform/kernel';
import { termsOn } from './action-case.js';
import { inMonthsOf } from './by-month.js';
import type { ActionFact, ActionTerms } from './facts.js';
import type { KnownFacts } from './known-facts.js';
import type { Period } from './period.js';

/** An action that was completed on a day, by its last terms of that day. */
export interface CompletedAction {
  readonly action: ActionFact;
  readonly terms: ActionTerms;
  /** The day of its completion. */
  readonly on: CalendarDate;
}

/** Actions that were completed, not abandoned, by today. */
export const completedActions = (facts: KnownFacts): readonly CompletedAction[] =>
  facts.once('completed actions', () =>
    facts.actions.flatMap((action) =>
      action.ended?.how === 'completed' && action.ended.on <= facts.today
        ? [{ action, terms: termsOn(action, action.ended.on), on: action.ended.on }]
        : [],
    ),
  );

/** Those that were completed in the period. */
export const completedIn = (facts: KnownFacts, period: Period): readonly CompletedAction[] =>
  inMonthsOf(facts, period, 'completed actions', () => completedActions(facts));

/** An action whose effect was judged on a day (avsluttet). */
export interface JudgedAction {
  readonly action: ActionFact;
  readonly terms: ActionTerms;
  /** The day of the first judgement. */
  readonly on: CalendarDate;
  readonly effect: NonNullable<ActionFact['effect']>['effect'];
}

/** Actions whose effect was judged in the period; each once, on the first day, with the effect by the last judgement. */
export const judgedIn = (facts: KnownFacts, period: Period): readonly JudgedAction[] =>
  inMonthsOf(facts, period, 'judged actions', () =>
    facts.actions.flatMap((action) =>
      action.effect && action.effect.on <= facts.today
        ? [
            {
              action,
              terms: termsOn(action, action.effect.on),
              on: action.effect.on,
              effect: action.effect.effect,
            },
          ]
        : [],
    ),
  );

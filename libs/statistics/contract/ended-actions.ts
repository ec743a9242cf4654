import type { CalendarDate } from '#platform/kernel';
import { termsOn } from './action-case.js';
import type { ActionFact, ActionTerms } from './facts.js';
import type { KnownFacts } from './known-facts.js';

/** An action that was completed on a day, by its last terms of that day. */
export interface CompletedAction {
  readonly action: ActionFact;
  readonly terms: ActionTerms;
  readonly completedOn: CalendarDate;
}

/** Actions that were completed, not abandoned, by today. */
export const completedActions = (facts: KnownFacts): readonly CompletedAction[] =>
  facts.once('completed actions', () =>
    facts.actions.flatMap((action) =>
      action.ended?.how === 'completed' && action.ended.on <= facts.today
        ? [{ action, terms: termsOn(action, action.ended.on), completedOn: action.ended.on }]
        : [],
    ),
  );

/** An action whose effect was judged on a day (avsluttet). */
export interface JudgedAction {
  readonly action: ActionFact;
  readonly terms: ActionTerms;
  readonly judgedOn: CalendarDate;
  readonly effect: NonNullable<ActionFact['effect']>['effect'];
}

/** Actions whose effect was judged by today; each once, on the first day, with the effect by the last judgement. */
export const judgedActions = (facts: KnownFacts): readonly JudgedAction[] =>
  facts.once('judged actions', () =>
    facts.actions.flatMap((action) =>
      action.effect && action.effect.on <= facts.today
        ? [
            {
              action,
              terms: termsOn(action, action.effect.on),
              judgedOn: action.effect.on,
              effect: action.effect.effect,
            },
          ]
        : [],
    ),
  );

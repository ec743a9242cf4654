import type { DomainEvent } from './event.js';

/** A command refused by rules. All broken rules are reported at once, so that the user can correct them together. */
export interface Refused<Rule extends string = string> {
  readonly refused: readonly [BrokenRule<Rule>, ...BrokenRule<Rule>[]];
}

export interface BrokenRule<Rule extends string = string> {
  readonly rule: Rule;
  /** The command's field that the user can correct, as a path: `actions.2.dueOn`. */
  readonly at?: string;
}

/** The decision logic of one stream, as three pure functions: no clock, no random, no I/O. */
export interface Decider<State, Command, Event extends DomainEvent, Rule extends string> {
  readonly initialState: State;
  decide(this: void, command: Command, state: State): readonly Event[] | Refused<Rule>;
  /** Never throws for any prefix of a log. */
  evolve(this: void, state: State, event: Event): State;
}

export const refuse = <const Rule extends string>(rule: Rule, at?: string): Refused<Rule> => ({
  refused: [at === undefined ? { rule } : { rule, at }],
});

/** All broken rules as one refusal, or nothing when none is broken. */
export const refuseAll = <Rule extends string>(broken: readonly BrokenRule<Rule>[]): Refused<Rule> | undefined => {
  const [first, ...rest] = broken;
  return first === undefined ? undefined : { refused: [first, ...rest] };
};

export const isRefused = <Rule extends string>(answer: object): answer is Refused<Rule> => 'refused' in answer;

/** Ends every switch over a union: a new member of the union fails to compile here. */
export const never = (value: never): never => {
  throw new Error(`Unhandled: ${JSON.stringify(value)}`);
};

import { expect, test } from '@jest/globals';
import type { Decider } from './decider.js';
import type { DomainEvent } from './event.js';

/** A test of the form given events, when a command, then events or refusals. */
export const specification = <S, C, E extends DomainEvent, R extends string>(
  subject: string,
  decider: Decider<S, C, E, R>,
) => {
  const decided = (history: readonly E[], command: C) =>
    decider.decide(command, history.reduce(decider.evolve, decider.initialState));
  return {
    accepts: (what: string) => ({
      given: (...history: E[]) => ({
        when: (command: C) => ({
          then: (...events: E[]) =>
            test(`${subject} accepts ${what}`, () => expect(decided(history, command)).toEqual(events)),
        }),
      }),
    }),
    refuses: (what: string) => ({
      given: (...history: E[]) => ({
        when: (command: C) => ({
          with: (...rules: (R | { rule: R; at: string })[]) =>
            test(`${subject} refuses ${what}`, () =>
              expect(decided(history, command)).toMatchObject({
                refused: rules.map((rule) => (typeof rule === 'string' ? { rule } : rule)),
              })),
        }),
      }),
    }),
  };
};

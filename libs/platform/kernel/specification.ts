import { expect, test } from '@jest/globals';
import type { Decider } from './decider.js';
import type { DomainEvent } from './event.js';

/** Registers a test; the test framework's own `test` but in the specification of this file. */
type Register = (name: string, run: () => void) => void;

/**
 * A test of the form given events, when a command, then events or refusals. The test is registered by its first call,
 * so that one without an expectation fails.
 */
export const specification = <S, C, E extends DomainEvent, R extends string>(
  subject: string,
  decider: Decider<S, C, E, R>,
  register: Register = test,
) => {
  const decided = (history: readonly E[], command: C) =>
    decider.decide(command, history.reduce(decider.evolve, decider.initialState));
  const begun = (name: string, last: 'then' | 'with') => {
    let check: (() => void) | undefined;
    register(name, () => {
      if (!check) throw new Error(`Unfinished: it has no .${last}(…), so it expects nothing`);
      check();
    });
    return (expectation: () => void) => {
      if (check) throw new Error(`“${name}” has two expectations, of which one would be lost`);
      check = expectation;
    };
  };
  return {
    accepts: (what: string) => {
      const expects = begun(`${subject} accepts ${what}`, 'then');
      return {
        given: (...history: E[]) => ({
          when: (command: C) => ({
            then: (...events: E[]) => expects(() => expect(decided(history, command)).toEqual(events)),
          }),
        }),
      };
    },
    refuses: (what: string) => {
      const expects = begun(`${subject} refuses ${what}`, 'with');
      return {
        given: (...history: E[]) => ({
          when: (command: C) => ({
            with: (...rules: (R | { rule: R; at: string })[]) =>
              expects(() =>
                expect(decided(history, command)).toMatchObject({
                  refused: rules.map((rule) => (typeof rule === 'string' ? { rule } : rule)),
                }),
              ),
          }),
        }),
      };
    },
  };
};

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isRefused, type PersonId } from '#platform/kernel';
import type { ActionEvent } from '../../contract/index.js';
import type { ActionCommand } from './action.commands.js';
import { action } from './action.decider.js';
import {
  abandon,
  accept,
  acceptHandover,
  agree,
  anna,
  answerByLink,
  berit,
  carl,
  carryOn,
  change,
  complete,
  content,
  correct,
  day,
  declineHandover,
  followUp,
  judge,
  noteProgress,
  offer,
  start,
} from './action.examples.js';
import type { Action } from './action.state.js';

const person = fc.constantFrom<PersonId>(anna, berit, carl);
const aDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2026-11-10'), n));
const anyCommand = (): fc.Arbitrary<ActionCommand> =>
  fc
    .oneof<fc.Arbitrary<ActionCommand>[]>(
      fc.constant(agree()),
      person.map((by) => accept({ by })),
      fc.constant(start()),
      fc.constant(noteProgress()),
      person.map((by) => answerByLink({ by })),
      fc
        .tuple(fc.constantFrom('on-track', 'needs-change', 'done'), fc.option(aDay))
        .map(([outcome, nextFollowUpOn]) => followUp({ outcome, nextFollowUpOn })),
      fc.constant(complete()),
      fc.constantFrom('worked', 'did-not').map((effect) => judge({ effect })),
      fc.tuple(aDay, aDay).map(([dueOn, followUpOn]) => carryOn({ dueOn, followUpOn })),
      fc.tuple(fc.string({ minLength: 1 }), aDay).map(([text, dueOn]) => change({ text, dueOn })),
      fc.tuple(person, fc.boolean()).map(([to, receiverIsActive]) => offer({ to, receiverIsActive })),
      person.map((by) => acceptHandover({ by })),
      person.map((by) => declineHandover({ by })),
      fc.constantFrom('replaced', 'corrected').map((reason) => abandon({ reason })),
      person.map((ownerId) => correct({ ownerId: content().ownerId }, { ownerId })),
    )
    .chain((command) => aDay.map((on) => ({ ...command, on })));

/** Runs the commands one after another and returns the accepted events. */
function live(commands: readonly ActionCommand[]) {
  const events: ActionEvent[] = [];
  const states: Action[] = [action.initialState];
  for (const command of commands) {
    const decided = action.decide(command, states.at(-1)!);
    for (const event of isRefused(decided) ? [] : decided) {
      events.push(event);
      states.push(action.evolve(states.at(-1)!, event));
    }
  }
  return { events, states };
}
const lives = (check: (life: ReturnType<typeof live>) => void) =>
  fc.assert(
    fc.property(fc.array(anyCommand(), { maxLength: 40 }), (commands) => check(live([agree(), ...commands]))),
    { seed: 20261122, numRuns: 300 },
  );

test('an agreed action always has one owner, a due date and a follow-up day', () =>
  lives(({ states }) => {
    for (const state of states.slice(1)) {
      expect(state.status).not.toBe('not-agreed');
      if (state.status === 'not-agreed') continue;
      const { ownerId, dueOn, followUpOn } = state.content;
      expect([typeof ownerId, typeof dueOn, typeof followUpOn]).toEqual(['string', 'string', 'string']);
    }
  }));

test('the number of times it was carried on is counted', () =>
  lives(({ events, states }) => {
    const last = states.at(-1)!;
    expect(last.status === 'not-agreed' ? 0 : last.timesCarriedOn).toBe(
      events.filter(({ type }) => type === 'actions.ActionCarriedOn').length,
    );
  }));

test('an ended action never reopens', () =>
  lives(({ states }) => {
    const ended = states.findIndex(({ status }) => status !== 'open' && status !== 'not-agreed');
    if (ended >= 0) expect(states.slice(ended).every(({ status }) => status !== 'open')).toBe(true);
  }));

test('the owner changes by an accepted handover or a correction only', () =>
  lives(({ events, states }) =>
    events.forEach(({ type }, i) => {
      const [before, after] = [states[i]!, states[i + 1]!];
      if (before.status === 'not-agreed' || after.status === 'not-agreed') return;
      if (before.content.ownerId !== after.content.ownerId)
        expect(['actions.HandoverAccepted', 'actions.ActionCorrected']).toContain(type);
    }),
  ));

test('folding any events in any order never throws', () =>
  fc.assert(
    fc.property(fc.array(fc.array(anyCommand(), { maxLength: 15 })), fc.infiniteStream(fc.nat()), (many, order) => {
      const all = many.flatMap((commands) => live([agree(), ...commands]).events);
      const shuffled = all.map((event) => [order.next().value as number, event] as const).sort(([a], [b]) => a - b);
      shuffled.reduce((state, [, event]) => action.evolve(state, event), action.initialState);
    }),
    { seed: 20261122, numRuns: 200 },
  ));

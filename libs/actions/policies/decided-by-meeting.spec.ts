import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isRefused, type CalendarDate } from '#platform/kernel';
import type { EarlierAction } from '#meetings/contract';
import { refusedByAction } from '../contract/index.js';
import { action } from '../domain/action/action.decider.js';
import { abandoned, agreed, completed, day, followedUp, laterMeetingId } from '../domain/action/action.examples.js';
import { asDecided } from './decided-in-meeting.js';

// Filing a protocol and the action itself use the same rule: the action accepts everything that filing accepts.

const days = fc.integer({ min: -40, max: 40 }).map((n): CalendarDate => addDays(day('2026-12-07'), n));
const histories = fc.tuple(days, days).chain(([dueOn, followUpOn]) => {
  const open = agreed({ dueOn, followUpOn });
  const since = followedUp({ nextFollowUpOn: followUpOn });
  return fc.constantFrom([open], [open, since], [open, completed()], [open, abandoned()]);
});
const outcomes = fc.constantFrom<EarlierAction['outcome']>(
  'on-track',
  'completed',
  'carried-on',
  'changed',
  'abandoned',
);
const decisions = fc.tuple(outcomes, days, days).map(([outcome, dueOn, followUpOn]): EarlierAction => {
  const { actionId } = agreed().data;
  switch (outcome) {
    case 'on-track':
      return { outcome, actionId, followUpOn, note: null };
    case 'completed':
      return { outcome, actionId, note: null };
    case 'carried-on':
      return { outcome, actionId, dueOn, followUpOn, reason: 'venter' };
    case 'changed':
      return { outcome, actionId, text: 'Noe annet enn før', dueOn, followUpOn, reason: 'venter' };
    case 'abandoned':
      return { outcome, actionId, reason: 'not-relevant', note: null };
  }
});

test('an action refuses a meeting’s decision in exactly the cases in which the filing is refused', () =>
  fc.assert(
    fc.property(histories, decisions, days, (history, decision, heldOn) => {
      const state = history.reduce(action.evolve, action.initialState);
      if (state.status === 'not-agreed') throw new Error('never agreed');
      const { dueOn, followUpOn } = state.content;
      const foreseen = refusedByAction(
        decision,
        {
          isOpen: state.status === 'open',
          dueOn,
          followUpOn,
          agreedOn: state.agreedOn,
          decidedOn: state.decidedOn,
          completedOn: 'completedOn' in state ? state.completedOn : null,
        },
        heldOn,
      );
      const { command } = asDecided(decision, { meetingId: laterMeetingId, heldOn });
      const answer = action.decide(command, state);
      const met = isRefused(answer) ? answer.refused.map(({ rule }) => rule).toSorted() : [];
      expect(met).toEqual(foreseen.map(({ rule }) => rule).toSorted());
    }),
    { numRuns: 2000 },
  ));

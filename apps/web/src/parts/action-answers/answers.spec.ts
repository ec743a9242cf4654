import { describe, expect, test } from '@jest/globals';
import { answersTo, proposedDueOn, proposedFollowUpOn } from './answers.js';

const open = { status: 'agreed' } as const;

describe('the answers to an action', () => {
  test('the owner accepts, reports, asks for more time and hands over', () => {
    expect(answersTo({ ...open, may: ['accept', 'report', 'manage', 'hand-over'] })).toEqual([
      'accept',
      'say-no',
      'done',
      'status',
      'more-time',
      'hand-over',
    ]);
  });
  test('a user who has declined may still accept', () => {
    const declined = { on: '2026-11-22', reason: 'Har ikke tid' };
    expect(answersTo({ ...open, declined, may: ['accept', 'report'] })).toEqual(['accept', 'done', 'status']);
  });
  test('the action’s own page also offers to change and to abandon it', () => {
    expect(answersTo({ ...open, may: ['manage'] }, true)).toEqual(['more-time', 'change', 'abandon']);
  });
  test('a user to whom it is offered accepts or declines', () => {
    expect(answersTo({ ...open, may: ['answer-offer'] })).toEqual(['take-over', 'decline']);
  });
  test('the effect is judged once in a list, and again only on the action’s page', () => {
    expect(answersTo({ status: 'completed', may: ['judge'] })).toEqual(['judge']);
    expect(answersTo({ status: 'closed', may: ['judge'] })).toEqual([]);
    expect(answersTo({ status: 'closed', may: ['judge'] }, true)).toEqual(['judge']);
  });
  test('a user who may only read gets no buttons', () => {
    expect(answersTo({ ...open, may: [] }, true)).toEqual([]);
  });
});

describe('the dates that a form begins with, on Sunday 22 November', () => {
  const today = '2026-11-22';
  test('more time is three weeks, on a working day', () => {
    expect(proposedDueOn({ dueOn: '2026-11-01' }, today)).toBe('2026-12-11');
    expect(proposedDueOn({ dueOn: '2026-12-01' }, today)).toBe('2026-12-22');
  });
  test('a coming follow-up date is kept; a passed one becomes four weeks from today', () => {
    expect(proposedFollowUpOn({ followUpOn: '2026-12-09' }, today)).toBe('2026-12-09');
    expect(proposedFollowUpOn({ followUpOn: '2026-11-22' }, today)).toBe('2026-12-18');
  });
});

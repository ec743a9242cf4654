import { describe, expect, test } from '@jest/globals';
import { answersTo, proposedDueOn, proposedFollowUpOn } from './answers.js';

const open = { status: 'agreed' } as const;

describe('what one can answer an action with', () => {
  test('whoever it was agreed for says yes, reports, and has it moved or handed on', () => {
    expect(answersTo({ ...open, may: ['accept', 'report', 'manage', 'hand-over'] })).toEqual([
      'accept',
      'say-no',
      'done',
      'status',
      'more-time',
      'hand-over',
    ]);
  });
  test('one who has said no may still say yes', () => {
    const declined = { on: '2026-11-22', reason: 'Har ikke tid' };
    expect(answersTo({ ...open, declined, may: ['accept', 'report'] })).toEqual(['accept', 'done', 'status']);
  });
  test('its own page also lets it be said otherwise, and given up', () => {
    expect(answersTo({ ...open, may: ['manage'] }, true)).toEqual(['more-time', 'change', 'abandon']);
  });
  test('one it is offered to says yes or no', () => {
    expect(answersTo({ ...open, may: ['answer-offer'] })).toEqual(['take-over', 'decline']);
  });
  test('its effect is judged once in a list, and anew only on its own page', () => {
    expect(answersTo({ status: 'completed', may: ['judge'] })).toEqual(['judge']);
    expect(answersTo({ status: 'closed', may: ['judge'] })).toEqual([]);
    expect(answersTo({ status: 'closed', may: ['judge'] }, true)).toEqual(['judge']);
  });
  test('one who only reads has nothing to press', () => {
    expect(answersTo({ ...open, may: [] }, true)).toEqual([]);
  });
});

describe('the dates that a form begins with, on Sunday 22 November', () => {
  const today = '2026-11-22';
  test('more time is three weeks, on a working day', () => {
    expect(proposedDueOn({ dueOn: '2026-11-01' }, today)).toBe('2026-12-11');
    expect(proposedDueOn({ dueOn: '2026-12-01' }, today)).toBe('2026-12-22');
  });
  test('the follow-up that stands is kept; one that has passed becomes four weeks', () => {
    expect(proposedFollowUpOn({ followUpOn: '2026-12-09' }, today)).toBe('2026-12-09');
    expect(proposedFollowUpOn({ followUpOn: '2026-11-22' }, today)).toBe('2026-12-18');
  });
});

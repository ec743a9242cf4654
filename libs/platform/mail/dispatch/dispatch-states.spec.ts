import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DISPATCH_STATES, type DispatchState, type Handover } from './dispatch.js';
import {
  after,
  canHappen,
  NEW,
  pauseAfter,
  TRIED_FOR_MS,
  type Happening,
  type DispatchProgress,
} from './dispatch-states.js';

const MORNING = new Date('2026-11-30T06:00:00Z');
const minutesLater = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);
const COMPOSED: DispatchProgress = { ...NEW, state: 'composed', composedAt: MORNING };
const HANDING_OVER: DispatchProgress = { ...COMPOSED, state: 'handing-over', attempts: 1 };

const ACCEPTED: Handover = { accepted: true, response: '250 queued' };
const REFUSED: Handover = { refused: 'for-good', of: 'recipient', code: 550, response: '550 no such user' };
const LATER: Handover = { refused: 'for-now', of: 'recipient', code: 450, response: '450 mailbox busy' };
const DOWN: Handover = { refused: 'for-now', of: 'server', code: null, response: 'ECONNREFUSED' };
const UNSURE: Handover = { unsure: true };
const answered = (answer: Handover, at: Date = minutesLater(1)): Happening => ({ type: 'answered', answer, at });

describe('a mail', () => {
  test.each<readonly [string, DispatchProgress, Happening, Partial<DispatchProgress>]>([
    ['is composed', NEW, { type: 'composed', at: MORNING }, { state: 'composed', composedAt: MORNING }],
    ['has nothing to tell', NEW, { type: 'nothing-to-tell' }, { state: 'nothing' }],
    [
      'waits for its composer, which is no failure',
      { ...NEW, composeFailures: 3 },
      { type: 'put-off', at: MORNING },
      { state: 'due', composeFailures: 3, retryAt: minutesLater(1) },
    ],
    ['has no address', NEW, { type: 'no-address' }, { state: 'no-address' }],
    [
      'cannot be composed, and is tried again after a minute',
      NEW,
      { type: 'not-composed', at: MORNING },
      { state: 'due', composeFailures: 1, retryAt: minutesLater(1) },
    ],
    [
      'cannot be composed for the fourth time',
      { ...NEW, composeFailures: 3 },
      { type: 'not-composed', at: MORNING },
      { state: 'due', composeFailures: 4, retryAt: minutesLater(8) },
    ],
    [
      'is handed over after a pause',
      { ...COMPOSED, retryAt: MORNING },
      { type: 'begun' },
      { state: 'handing-over', attempts: 1, retryAt: null },
    ],
    ['is put back before its turn', HANDING_OVER, { type: 'put-back' }, { state: 'composed', attempts: 0 }],
    [
      'is put back before its turn to go once more',
      { ...HANDING_OVER, attempts: 2, unsure: 1 },
      { type: 'put-back' },
      { state: 'unsure', attempts: 1 },
    ],
    ['is accepted', HANDING_OVER, answered(ACCEPTED), { state: 'accepted' }],
    ['is refused for good', HANDING_OVER, answered(REFUSED), { state: 'refused' }],
    [
      'is refused for now, and goes again after a minute',
      HANDING_OVER,
      answered(LATER),
      { state: 'composed', retryAt: minutesLater(2) },
    ],
    ['meets a server that is down', HANDING_OVER, answered(DOWN), { state: 'composed', retryAt: minutesLater(2) }],
    [
      'is refused for now until three days have passed',
      HANDING_OVER,
      answered(LATER, new Date(MORNING.getTime() + TRIED_FOR_MS - 1)),
      { state: 'composed', retryAt: new Date(MORNING.getTime() + TRIED_FOR_MS - 1 + 60_000) },
    ],
    [
      'is refused for now after three days, and is not tried again',
      HANDING_OVER,
      answered(LATER, new Date(MORNING.getTime() + TRIED_FOR_MS)),
      { state: 'refused' },
    ],
    [
      'loses its connection before the answer, and goes once more',
      HANDING_OVER,
      answered(UNSURE),
      { state: 'unsure', unsure: 1, retryAt: minutesLater(2) },
    ],
    [
      'is left by a dead process, and goes once more at once',
      HANDING_OVER,
      { type: 'left' },
      { state: 'unsure', unsure: 1 },
    ],
    [
      'goes once more',
      { ...HANDING_OVER, state: 'unsure', unsure: 1 },
      { type: 'begun' },
      { state: 'handing-over', attempts: 2 },
    ],
    ['is accepted the second time', { ...HANDING_OVER, unsure: 1 }, answered(ACCEPTED), { state: 'accepted' }],
    [
      'loses its connection again, and stays unsure',
      { ...HANDING_OVER, unsure: 1 },
      answered(UNSURE),
      { state: 'unsure', unsure: 2, retryAt: null },
    ],
    [
      'is left again, and stays unsure',
      { ...HANDING_OVER, unsure: 1 },
      { type: 'left' },
      { state: 'unsure', unsure: 2 },
    ],
    [
      'is refused for now after it was unsure: that was an answer, so it goes again',
      { ...HANDING_OVER, unsure: 1, attempts: 2 },
      answered(LATER),
      { state: 'composed', unsure: 1, retryAt: minutesLater(3) },
    ],
    ['bounces', { ...HANDING_OVER, state: 'accepted' }, { type: 'bounced' }, { state: 'bounced' }],
    [
      'bounces, so the unsure handing over had succeeded',
      { ...HANDING_OVER, state: 'unsure', unsure: 1 },
      { type: 'bounced' },
      { state: 'bounced' },
    ],
  ])('%s', (_, before, happening, expected) => {
    expect(after(before, happening)).toEqual({ ...before, ...expected });
  });

  test('that was unsure twice is not handed over again', () => {
    expect(canHappen({ ...HANDING_OVER, state: 'unsure', unsure: 2 }, { type: 'begun' })).toBe(false);
  });

  test.each<readonly [Happening['type'], readonly DispatchState[]]>([
    ['composed', ['due']],
    ['not-composed', ['due']],
    ['nothing-to-tell', ['due']],
    ['no-address', ['due']],
    ['begun', ['composed', 'unsure']],
    ['put-back', ['handing-over']],
    ['answered', ['handing-over']],
    ['left', ['handing-over']],
    ['bounced', ['accepted', 'unsure']],
  ])('%s happens in %j only', (type, possible) => {
    const states = DISPATCH_STATES.filter((state) => canHappen({ ...NEW, state, unsure: 1 }, { type }));
    expect([...states].sort()).toEqual([...possible].sort());
    const other = DISPATCH_STATES.find((state) => !possible.includes(state))!;
    const happening = { type, at: MORNING, answer: ACCEPTED } as Happening;
    expect(() => after({ ...NEW, state: other }, happening)).toThrow(
      `${type} cannot happen to a mail that is ${other}`,
    );
  });
});

test('pauses grow from a minute to half an hour', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 200].map((failures) => pauseAfter(failures) / 60_000)).toEqual([
    1, 2, 4, 8, 16, 30, 30, 30,
  ]);
});

// Whatever the server answers and whenever processes die:
const anAnswer = fc.constantFrom(ACCEPTED, REFUSED, LATER, DOWN, UNSURE);
const aFate = fc.array(fc.oneof(anAnswer, fc.constant('left' as const)), { maxLength: 30 });

test('a mail is handed over at most once after it was unsure, and ends accepted, refused or unsure, or waits for its retry', () => {
  fc.assert(
    fc.property(aFate, (fate) => {
      let progress = after(NEW, { type: 'composed', at: MORNING });
      let unknown = 0;
      let at = MORNING;
      for (const each of fate) {
        if (!canHappen(progress, { type: 'begun' })) break;
        progress = after(progress, { type: 'begun' });
        at = new Date(at.getTime() + 60_000);
        progress = after(progress, each === 'left' ? { type: 'left' } : { type: 'answered', answer: each, at });
        if (each === 'left' || 'unsure' in each) unknown += 1;
      }
      expect(unknown).toBeLessThanOrEqual(2);
      expect(progress.unsure).toBe(unknown);
      const mayGo = canHappen(progress, { type: 'begun' });
      expect(mayGo).toBe(progress.state === 'composed' || (progress.state === 'unsure' && unknown === 1));
      if (!mayGo) expect(['accepted', 'refused', 'unsure']).toContain(progress.state);
    }),
  );
});

import { describe, expect, test } from '@jest/globals';
import { unreachableSince, type DeliveryReport } from './reach.js';

const START = Date.parse('2026-11-02T06:00:00Z');
/** Days after the beginning. */
const day = (days: number) => new Date(START + days * 86_400_000);
const permanent = (at: number): DeliveryReport => ({ at: day(at), permanent: true, final: true });
const delayed = (at: number): DeliveryReport => ({ at: day(at), permanent: false, final: false });
const gaveUp = (at: number): DeliveryReport => ({ at: day(at), permanent: false, final: true });

interface Case {
  readonly reports?: readonly DeliveryReport[];
  readonly accepted?: readonly number[];
  readonly now: number;
  readonly since: number | null;
}

describe('a person could not be reached', () => {
  test.each<readonly [string, Case]>([
    ['never, without reports', { accepted: [0], now: 9, since: null }],
    ['at once after a permanent fault', { accepted: [0], reports: [permanent(0.1)], now: 0.1, since: 0.1 }],
    ['not at once after a temporary fault', { accepted: [0], reports: [gaveUp(1)], now: 1, since: null }],
    ['three days after the server gave up', { accepted: [0], reports: [gaveUp(1)], now: 4, since: 1 }],
    ['not because of a delay that was reported once', { accepted: [0], reports: [delayed(1)], now: 9, since: null }],
    ['after delays that were reported three days apart', { reports: [delayed(1), delayed(4)], now: 4, since: 1 }],
    ['not after delays that were reported two days apart', { reports: [delayed(1), delayed(3)], now: 3, since: null }],
    ['since the first fault, when a permanent one follows', { reports: [delayed(1), permanent(2)], now: 2, since: 1 }],
    [
      'until a later mail was accepted and nothing heard of it for three days',
      { accepted: [0, 7], reports: [permanent(0.1)], now: 10, since: null },
    ],
    ['still, while three days have not passed', { accepted: [0, 7], reports: [permanent(0.1)], now: 9.9, since: 0.1 }],
    [
      'still, when the later mail is reported too',
      { accepted: [0, 7], reports: [permanent(0.1), permanent(7.1)], now: 12, since: 0.1 },
    ],
    [
      'since the newer fault only, when a mail got through in between',
      { accepted: [0, 7, 14], reports: [permanent(0.1), permanent(14.1)], now: 15, since: 14.1 },
    ],
  ])('%s', (_, { reports = [], accepted = [], now, since }) => {
    expect(unreachableSince(reports, accepted.map(day), day(now))).toEqual(since === null ? null : day(since));
  });
});

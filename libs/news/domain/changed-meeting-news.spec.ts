import { describe, expect, test } from '@jest/globals';
import type { ChangedMeeting } from '../contract/index.js';
import { id, meeting, registry, school, type GivenEvent } from '../news.examples.js';
import { newsOf } from './in-memory.examples.js';

const TENTH = { on: '2026-11-10' };
const SEVENTEENTH = { on: '2026-11-17' };
const LAST = { on: '2026-11-24' };

/** Nordlia skole with its participants, and the November meeting of the year's plan. */
const GIVEN: readonly GivenEvent[] = [
  registry.role('coordinator', { role: 'coordinator' }),
  registry.role('rektor', { role: 'unit-leader', unitId: school }),
  registry.role('chair', { role: 'meeting-chair', unitId: school }),
  registry.table(school, 'ppt', 'nurse'),
  meeting.planned('november', null, TENTH),
];
const MOVED = meeting.moved('november', 'rektor', TENTH, SEVENTEENTH, 'Skolen er valglokale');

const one = (
  happenings: readonly GivenEvent[],
  name: string,
  ...more: [today?: string, seen?: readonly ChangedMeeting[]]
) => {
  const news = newsOf([...GIVEN, ...happenings], name, ...more);
  expect(news.length).toBeLessThanOrEqual(1);
  return news[0] as ChangedMeeting | undefined;
};
const appointment = (on: string, startsAt = '12:30', place: string | null = null) => ({ on, startsAt, place });

describe('a moved meeting', () => {
  test('is news to the people it concerns: both times, the person and the reason', () => {
    for (const name of ['ppt', 'nurse', 'chair', 'coordinator'])
      expect(one([MOVED], name)).toMatchObject({
        about: 'meeting',
        newsId: `meeting/${id('november')}`,
        what: 'moved',
        before: appointment('2026-11-10'),
        after: appointment('2026-11-17'),
        byIds: [id('rektor')],
        reason: 'Skolen er valglokale',
      });
  });
  test('is not news to the person who moved it', () => expect(one([MOVED], 'rektor')).toBeUndefined());
  test('is not news to others', () => expect(one([MOVED], 'somebody')).toBeUndefined());
  test('is not reported as a new meeting if the year’s plan began it', () => expect(one([], 'ppt')).toBeUndefined());

  test('that is moved again before it was seen is one news item, from the oldest to the newest time', () => {
    const again = [MOVED, meeting.moved('november', 'coordinator', SEVENTEENTH, LAST)];
    expect(one(again, 'ppt')).toMatchObject({
      before: appointment('2026-11-10'),
      after: appointment('2026-11-24'),
      byIds: [id('coordinator'), id('rektor')],
      reason: 'Skolen er valglokale',
    });
  });
  test('that is moved back before it was seen is no news', () => {
    expect(one([MOVED, meeting.moved('november', 'rektor', SEVENTEENTH, TENTH)], 'ppt')).toBeUndefined();
  });
  test('that another person moves again is news to the first mover, from the time that they chose', () => {
    const again = [MOVED, meeting.moved('november', 'coordinator', SEVENTEENTH, LAST)];
    expect(one(again, 'rektor')).toMatchObject({
      before: appointment('2026-11-17'),
      after: appointment('2026-11-24'),
      byIds: [id('coordinator')],
      reason: null,
    });
  });

  test('is no longer news once confirmed; a later move is reported from the confirmed time', () => {
    const seen = one([MOVED], 'ppt')!;
    expect(one([MOVED], 'ppt', '2026-11-02', [seen])).toBeUndefined();
    expect(
      one([MOVED, meeting.moved('november', 'rektor', SEVENTEENTH, LAST)], 'ppt', '2026-11-02', [seen]),
    ).toMatchObject({ before: appointment('2026-11-17'), after: appointment('2026-11-24') });
  });
  test('that is moved back after it was seen is news', () => {
    const seen = one([MOVED], 'ppt')!;
    const back = [MOVED, meeting.moved('november', 'rektor', SEVENTEENTH, TENTH)];
    expect(one(back, 'ppt', '2026-11-02', [seen])).toMatchObject({
      before: appointment('2026-11-17'),
      after: appointment('2026-11-10'),
    });
  });

  test('is news until the later of the two days has passed', () => {
    expect(one([MOVED], 'ppt', '2026-11-17')).toBeDefined();
    expect(one([MOVED], 'ppt', '2026-11-18')).toBeUndefined();
    const forward = [meeting.moved('november', 'rektor', TENTH, { on: '2026-11-05' })];
    expect(one(forward, 'ppt', '2026-11-10')).toBeDefined();
    expect(one(forward, 'ppt', '2026-11-11')).toBeUndefined();
  });
});

test('another hour is reported as a move, another place as a change of place', () => {
  expect(one([meeting.moved('november', 'rektor', TENTH, { ...TENTH, startsAt: '08:30' })], 'ppt')).toMatchObject({
    what: 'moved',
    after: appointment('2026-11-10', '08:30'),
  });
  expect(one([meeting.moved('november', 'rektor', TENTH, { ...TENTH, place: 'Auditoriet' })], 'ppt')).toMatchObject({
    what: 'relocated',
    before: appointment('2026-11-10'),
    after: appointment('2026-11-10', '12:30', 'Auditoriet'),
  });
});

test('a postponed meeting is reported as postponed and keeps its place', () => {
  const place = 'Auditoriet';
  const happened = [
    meeting.moved('november', 'rektor', TENTH, { ...TENTH, place }),
    meeting.called('november', 'rektor', [id('ppt')]),
    meeting.postponed('november', 'rektor', TENTH, SEVENTEENTH, 'Sykdom'),
  ];
  expect(one(happened, 'ppt')).toMatchObject({
    what: 'postponed',
    before: appointment('2026-11-10'),
    after: appointment('2026-11-17', '12:30', place),
    reason: 'Sykdom',
  });
});

test('a cancelled meeting is news until its day has passed', () => {
  const happened = [meeting.cancelled('november', 'rektor', '2026-11-10', 'Planleggingsdag')];
  expect(one(happened, 'ppt', '2026-11-10')).toMatchObject({
    what: 'cancelled',
    before: appointment('2026-11-10'),
    after: null,
    reason: 'Planleggingsdag',
  });
  expect(one(happened, 'ppt', '2026-11-11')).toBeUndefined();
});
test('a meeting moved and then cancelled is reported as cancelled on the day last known', () => {
  const happened = [MOVED, meeting.cancelled('november', 'coordinator', '2026-11-17', 'Fritak')];
  expect(one(happened, 'ppt')).toMatchObject({
    what: 'cancelled',
    before: appointment('2026-11-10'),
    reason: 'Fritak',
  });
  expect(one(happened, 'rektor')).toMatchObject({ what: 'cancelled', before: appointment('2026-11-17') });
});

describe('a meeting called outside the plan', () => {
  const called = meeting.planned(
    'acute',
    'rektor',
    { on: '2026-11-04' },
    {
      kind: 'extraordinary',
      reason: 'Skolemiljøet på 7. trinn',
      urgent: true,
    },
  );
  test('is reported with its reason and as urgent', () =>
    expect(one([called], 'ppt')).toMatchObject({
      what: 'called',
      kind: 'extraordinary',
      urgent: true,
      before: null,
      after: appointment('2026-11-04'),
      reason: 'Skolemiljøet på 7. trinn',
    }));
  test('that is moved before it was seen is reported as new, at its current time', () =>
    expect(
      one([called, meeting.moved('acute', 'rektor', { on: '2026-11-04' }, { on: '2026-11-05' })], 'ppt'),
    ).toMatchObject({ what: 'called', before: null, after: appointment('2026-11-05') }));
  test('that is cancelled before it was seen is no news', () =>
    expect(one([called, meeting.cancelled('acute', 'rektor', '2026-11-04', 'Løst')], 'ppt')).toBeUndefined());
});

test('a notice of the meeting is no news, but later changes are news to the people called', () => {
  const happened = [meeting.called('november', 'rektor', [id('ppt'), id('guest')])];
  expect(one(happened, 'guest')).toBeUndefined();
  expect(one(happened, 'ppt')).toBeUndefined();
  const postponed = [...happened, meeting.postponed('november', 'rektor', TENTH, SEVENTEENTH, 'Sykdom')];
  expect(one(postponed, 'guest')).toMatchObject({ what: 'postponed', before: appointment('2026-11-10') });
});

import { describe, expect, test } from '@jest/globals';
import type { ChangedMeeting } from '../contract/index.js';
import { id, meeting, registry, school, type Happening } from '../news.examples.js';
import { newsOf } from './in-memory.examples.js';

const TENTH = { on: '2026-11-10' };
const SEVENTEENTH = { on: '2026-11-17' };
const LAST = { on: '2026-11-24' };

/** Nordlia skole with its participants, and the November meeting of the year's plan. */
const GIVEN: readonly Happening[] = [
  registry.role('coordinator', { role: 'coordinator' }),
  registry.role('rektor', { role: 'unit-leader', unitId: school }),
  registry.role('chair', { role: 'meeting-chair', unitId: school }),
  registry.table(school, 'ppt', 'nurse'),
  meeting.planned('november', null, TENTH),
];
const MOVED = meeting.moved('november', 'rektor', TENTH, SEVENTEENTH, 'Skolen er valglokale');

const one = (
  happenings: readonly Happening[],
  name: string,
  ...more: [today?: string, seen?: readonly ChangedMeeting[]]
) => {
  const news = newsOf([...GIVEN, ...happenings], name, ...more);
  expect(news.length).toBeLessThanOrEqual(1);
  return news[0] as ChangedMeeting | undefined;
};
const appointment = (on: string, startsAt = '12:30', place: string | null = null) => ({ on, startsAt, place });

describe('a meeting is moved', () => {
  test('those whom it concerns are told: from when to when, by whom and why', () => {
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
  test('the one who moved it is not', () => expect(one([MOVED], 'rektor')).toBeUndefined());
  test('and others are not', () => expect(one([MOVED], 'somebody')).toBeUndefined());
  test('what a year’s plan began is told as the plan, not meeting by meeting', () =>
    expect(one([], 'ppt')).toBeUndefined());

  test('moved again before it was seen, it is one piece: oldest to newest', () => {
    const again = [MOVED, meeting.moved('november', 'coordinator', SEVENTEENTH, LAST)];
    expect(one(again, 'ppt')).toMatchObject({
      before: appointment('2026-11-10'),
      after: appointment('2026-11-24'),
      byIds: [id('coordinator'), id('rektor')],
      reason: 'Skolen er valglokale',
    });
  });
  test('moved back before it was seen, it is nothing', () => {
    expect(one([MOVED, meeting.moved('november', 'rektor', SEVENTEENTH, TENTH)], 'ppt')).toBeUndefined();
  });
  test('who moved it knows it as they left it, and hears what others made of that', () => {
    const again = [MOVED, meeting.moved('november', 'coordinator', SEVENTEENTH, LAST)];
    expect(one(again, 'rektor')).toMatchObject({
      before: appointment('2026-11-17'),
      after: appointment('2026-11-24'),
      byIds: [id('coordinator')],
      reason: null,
    });
  });

  test('once confirmed it is gone, and what comes later is told from there', () => {
    const seen = one([MOVED], 'ppt')!;
    expect(one([MOVED], 'ppt', '2026-11-02', [seen])).toBeUndefined();
    expect(
      one([MOVED, meeting.moved('november', 'rektor', SEVENTEENTH, LAST)], 'ppt', '2026-11-02', [seen]),
    ).toMatchObject({ before: appointment('2026-11-17'), after: appointment('2026-11-24') });
  });
  test('moved back after it was seen, it is told', () => {
    const seen = one([MOVED], 'ppt')!;
    const back = [MOVED, meeting.moved('november', 'rektor', SEVENTEENTH, TENTH)];
    expect(one(back, 'ppt', '2026-11-02', [seen])).toMatchObject({
      before: appointment('2026-11-17'),
      after: appointment('2026-11-10'),
    });
  });

  test('it is news until the later of both days is past', () => {
    expect(one([MOVED], 'ppt', '2026-11-17')).toBeDefined();
    expect(one([MOVED], 'ppt', '2026-11-18')).toBeUndefined();
    const forward = [meeting.moved('november', 'rektor', TENTH, { on: '2026-11-05' })];
    expect(one(forward, 'ppt', '2026-11-10')).toBeDefined();
    expect(one(forward, 'ppt', '2026-11-11')).toBeUndefined();
  });
});

test('another hour is told as moved, another place as that', () => {
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

test('a postponed meeting is told as that, and keeps its place', () => {
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

test('a cancelled meeting is told until its day is past', () => {
  const happened = [meeting.cancelled('november', 'rektor', '2026-11-10', 'Planleggingsdag')];
  expect(one(happened, 'ppt', '2026-11-10')).toMatchObject({
    what: 'cancelled',
    before: appointment('2026-11-10'),
    after: null,
    reason: 'Planleggingsdag',
  });
  expect(one(happened, 'ppt', '2026-11-11')).toBeUndefined();
});
test('moved and then cancelled, it is cancelled, from the day one knew', () => {
  const happened = [MOVED, meeting.cancelled('november', 'coordinator', '2026-11-17', 'Fritak')];
  expect(one(happened, 'ppt')).toMatchObject({
    what: 'cancelled',
    before: appointment('2026-11-10'),
    reason: 'Fritak',
  });
  expect(one(happened, 'rektor')).toMatchObject({ what: 'cancelled', before: appointment('2026-11-17') });
});

describe('a meeting that somebody calls beside the plan', () => {
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
  test('is told with its reason, and that it is urgent', () =>
    expect(one([called], 'ppt')).toMatchObject({
      what: 'called',
      kind: 'extraordinary',
      urgent: true,
      before: null,
      after: appointment('2026-11-04'),
      reason: 'Skolemiljøet på 7. trinn',
    }));
  test('moved before it was seen, it is still new, where it stands now', () =>
    expect(
      one([called, meeting.moved('acute', 'rektor', { on: '2026-11-04' }, { on: '2026-11-05' })], 'ppt'),
    ).toMatchObject({ what: 'called', before: null, after: appointment('2026-11-05') }));
  test('cancelled before it was seen, it never was', () =>
    expect(one([called, meeting.cancelled('acute', 'rektor', '2026-11-04', 'Løst')], 'ppt')).toBeUndefined());
});

test('a notice to come is no change; but who was called hears what becomes of it', () => {
  const happened = [meeting.called('november', 'rektor', [id('ppt'), id('guest')])];
  expect(one(happened, 'guest')).toBeUndefined();
  expect(one(happened, 'ppt')).toBeUndefined();
  const postponed = [...happened, meeting.postponed('november', 'rektor', TENTH, SEVENTEENTH, 'Sykdom')];
  expect(one(postponed, 'guest')).toMatchObject({ what: 'postponed', before: appointment('2026-11-10') });
});

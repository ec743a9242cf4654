import { describe, expect, test } from '@jest/globals';
import { EventCatalog, NotAppendable, type NewEvent } from '#platform/event-store';
import { ladderOf } from './default-ladder.js';
import { Ladder, type WholeLadder } from './ladder.js';
import { SettingsChanged, municipalityEvents } from './municipality.events.js';
import { DEFAULT_SETTINGS, type Settings } from './settings.js';

const catalog = new EventCatalog(municipalityEvents);
const stored = (settings: Settings) => {
  const { data } = catalog.encode(
    '018f0c5e-0000-7000-8000-0000000000ff',
    SettingsChanged({ settings }),
    {} as NewEvent['metadata'],
  );
  return (data as { settings: Settings }).settings;
};
const described = (ladder: WholeLadder) =>
  Object.fromEntries(
    Object.entries(ladder).map(([kind, steps]) => [
      kind,
      steps.map(({ workingDays, to }) => `${workingDays} ${to.join(' and ')}`).join(' · '),
    ]),
  );

describe('the steps of alerts', () => {
  test('are these where the municipality has decided on none', () => {
    expect(described(ladderOf(DEFAULT_SETTINGS))).toEqual({
      overdue: '-3 owner · 0 owner · 1 owner · 6 unit-leader · 10 coordinator · 15 service-unit-leader',
      'follow-up-missed': '1 owner · 6 unit-leader · 10 coordinator',
      'protocol-late': '3 unit-leader · 6 unit-leader · 10 coordinator',
      'meeting-unconfirmed': '3 unit-leader · 6 unit-leader · 10 coordinator',
      'month-missing': '3 unit-leader · 10 coordinator',
      'month-unplanned': '-10 unit-leader · -3 coordinator',
      'handover-waiting': '5 receiver and owner · 10 coordinator',
      'service-absent': '0 service-unit-leader',
      orphan: '0 coordinator',
      'more-time-asked': '0 unit-leader · 10 coordinator',
    });
  });

  test('are the municipality’s own of the kinds that it decided on, also none', () => {
    const ladder: Ladder = { overdue: [{ workingDays: 4, to: ['owner'] }], orphan: [] };
    const { overdue, orphan, ...others } = ladderOf({ ...DEFAULT_SETTINGS, ladder });
    expect({ overdue, orphan }).toEqual(ladder);
    expect(ladderOf(DEFAULT_SETTINGS)).toMatchObject(others);
  });

  test('about a meeting are the days of reminders that it decided on before there were steps', () => {
    const reminderWorkingDays = { reminder: 2, alert: 7, coordinator: 7 };
    expect(described(ladderOf({ reminderWorkingDays }))).toMatchObject({
      'protocol-late': '2 unit-leader · 7 coordinator',
      'meeting-unconfirmed': '2 unit-leader · 7 coordinator',
    });
  });

  test('have an order, so that the defaults can be decided on as they are', () => {
    const ladder = ladderOf(DEFAULT_SETTINGS);
    expect(Ladder.parse(ladder)).toEqual(ladder);
    for (const steps of Object.values(ladder)) {
      const days = steps.map(({ workingDays }) => workingDays);
      expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
    }
  });
});

describe('an event with settings', () => {
  test.each([
    ['a ladder', { ladder: { overdue: [{ workingDays: -30, to: ['owner'] }] } }],
    ['digests', { digests: { weekday: 5, hour: 15, keepBytesDays: 3650, answersByLink: true } }],
    ['neither', {}],
  ])('stores %s', (_, blocks) => {
    const settings = { ...DEFAULT_SETTINGS, ...blocks } as Settings;
    expect(stored(settings)).toEqual(settings);
  });

  test.each([
    ['a step long before the due date', { ladder: { overdue: [{ workingDays: -31, to: ['owner'] }] } }],
    ['a step after more than a year', { ladder: { orphan: [{ workingDays: 261, to: ['coordinator'] }] } }],
    ['a step before a month is missing', { ladder: { 'month-missing': [{ workingDays: -1, to: ['coordinator'] }] } }],
    ['a step for nobody', { ladder: { orphan: [{ workingDays: 0, to: [] }] } }],
    ['a digest on a Saturday', { digests: { weekday: 6, hour: 7, keepBytesDays: 400, answersByLink: false } }],
    ['a digest at night', { digests: { weekday: 1, hour: 6, keepBytesDays: 400, answersByLink: false } }],
    ['mail kept for ever', { digests: { weekday: 1, hour: 7, keepBytesDays: 3651, answersByLink: false } }],
  ])('is refused with %s', (_, blocks) => {
    expect(() => stored({ ...DEFAULT_SETTINGS, ...blocks } as Settings)).toThrow(NotAppendable);
  });

  test.each([
    ['a receiver that the kind does not have', { ladder: { 'month-missing': [{ workingDays: 3, to: ['owner'] }] } }],
    ['a part of a working day', { ladder: { orphan: [{ workingDays: 0.5, to: ['coordinator'] }] } }],
  ])('is refused with %s', (_, blocks) => {
    expect(() => stored({ ...DEFAULT_SETTINGS, ...blocks } as unknown as Settings)).toThrow();
  });
});

import { expect, test } from '@jest/globals';
import { placeOf } from './alert-place.js';

const meeting = (meetingId: string, state: 'planned' | 'cancelled') =>
  ({ meetingId, on: '2026-10-07', state, filedOn: null }) as const;
const months = [
  { month: '2026-09', meetings: [meeting('cancelled', 'cancelled')] },
  { month: '2026-10', meetings: [meeting('cancelled', 'cancelled'), meeting('unconfirmed', 'planned')] },
];
const missing = (month: string) => placeOf({ kind: 'month-missing', subjectId: `310000000/${month}`, month }, months);

test('a missing month leads to the meeting that nobody has confirmed', () => {
  expect(missing('2026-10')).toBe('/moter/unconfirmed');
});

test('a missing month without such a meeting, or of another year, leads nowhere', () => {
  expect(missing('2026-09')).toBeUndefined();
  expect(missing('2026-06')).toBeUndefined();
});

test('a meeting’s alert leads to the meeting, an action’s to the action', () => {
  expect(placeOf({ kind: 'meeting-unconfirmed', subjectId: 'm', month: '2026-10' }, months)).toBe('/moter/m');
  expect(placeOf({ kind: 'protocol-late', subjectId: 'm', month: '2026-10' }, months)).toBe('/moter/m');
  expect(placeOf({ kind: 'overdue', subjectId: 'a', month: null }, months)).toBe('/tiltak/a');
});

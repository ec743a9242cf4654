import { expect, test } from '@jest/globals';
import { decidedIn, type UnitPlan } from './plan.js';

const unit = (unitId: string, ...meetingIds: readonly string[]) =>
  ({ unitId, decided: meetingIds.map((meetingId) => ({ meetingId })) }) as unknown as UnitPlan;

test('a meeting that two units share is one decided meeting, so that as many are decided as were accepted', () => {
  expect(decidedIn([unit('host', 'shared', 'own'), unit('guest', 'shared')])).toBe(2);
  expect(decidedIn([unit('guest', 'shared')])).toBe(1);
});

import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { Closures, HeldRole } from '#registry/contract';
import { orphanedOn, type OwnedAction } from './orphaned.js';

const day = (text: string) => text as CalendarDate;
const held = (changes: Partial<HeldRole>): HeldRole => ({
  roleId: 'r',
  role: 'teacher',
  unitId: null,
  serviceId: null,
  serviceUnitId: null,
  from: day('2026-08-01'),
  to: null,
  ...changes,
});
const atSchool = held({ unitId: 'school' });
const inPpt = held({ role: 'service-member', serviceId: 'ppt' });
const until: Closures = [{ lastDay: day('2027-07-31'), reopens: null, reason: null }];
const [lastDay, dayAfter] = [day('2027-07-31'), day('2027-08-01')];

const action = (changes: Partial<OwnedAction> = {}): OwnedAction => ({
  unitIds: ['school'],
  ownerId: 'owner',
  ownerServiceId: null,
  wasHandedOver: false,
  ...changes,
});
const why = (
  on: CalendarDate,
  roles: readonly HeldRole[] | undefined,
  closed: readonly string[],
  changes?: Partial<OwnedAction>,
) => orphanedOn(action(changes), on, roles && { roles }, new Map(closed.map((id) => [id, until])));

describe('an open action waits for the coordinator', () => {
  test('when its owner has no role, or is not registered', () => {
    expect(why(dayAfter, [{ ...atSchool, to: lastDay }], [])).toEqual({ reason: 'owner-left', lastDay });
    expect(why(dayAfter, undefined, [])).toEqual({ reason: 'owner-left', lastDay: null });
  });
  test('from the day after its unit closed, even where the owner works elsewhere', () => {
    expect(why(lastDay, [inPpt], ['school'])).toBeNull();
    expect(why(dayAfter, [inPpt], ['school'])).toEqual({ reason: 'unit-closed', lastDay });
  });
  test('when all places at which its owner works are closed', () => {
    expect(why(dayAfter, [inPpt], ['ppt'])).toEqual({ reason: 'workplace-closed', lastDay });
    expect(why(dayAfter, [inPpt, atSchool], ['ppt'])).toBeNull();
  });
  test('when the service that it was given to is closed', () => {
    expect(why(dayAfter, [inPpt, atSchool], ['ppt'], { ownerServiceId: 'ppt' })).toMatchObject({
      reason: 'workplace-closed',
    });
  });
});

describe('an open action has a responsible person', () => {
  test('while one of its units is open', () => {
    expect(why(dayAfter, [inPpt], ['school'], { unitIds: ['school', 'other'] })).toBeNull();
  });
  test('when it was handed over to somebody at an open place', () => {
    expect(why(dayAfter, [inPpt], ['school'], { wasHandedOver: true })).toBeNull();
    expect(why(dayAfter, [atSchool], ['school'], { wasHandedOver: true })).not.toBeNull();
  });
  test('when the owner holds a role that has no place', () => {
    expect(why(dayAfter, [held({ role: 'coordinator' })], [])).toBeNull();
  });
});

import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import { carriedOn, loadOn, type CarriedAction, type OwnershipPeriod } from './workload.js';

const day = (text: string) => text as CalendarDate;
const spell = (from: string, dueOn: string, changes: Partial<OwnershipPeriod> = {}): OwnershipPeriod => ({
  from: day(from),
  ownerId: 'ola',
  ownerServiceId: 'ppt',
  dueOn: day(dueOn),
  ...changes,
});
const action = (spells: readonly OwnershipPeriod[], endedOn: string | null = null): CarriedAction => ({
  agreedOn: spells[0]!.from,
  endedOn: endedOn as CalendarDate | null,
  spells,
});
const ofService = ({ ownerServiceId }: OwnershipPeriod) => ownerServiceId;
const load = (actions: readonly CarriedAction[], on: string) => loadOn(actions, day(on), ofService).get('ppt');

describe('the workload on a day', () => {
  test('includes an action from the day it was agreed until the day it is completed', () => {
    const done = action([spell('2026-09-10', '2026-10-01')], '2026-09-20');
    expect(['2026-09-09', '2026-09-10', '2026-09-19', '2026-09-20'].map((on) => load([done], on)?.open)).toEqual([
      undefined,
      1,
      1,
      undefined,
    ]);
  });

  test('counts an action as overdue by the due date of that day, not by a later one', () => {
    const moved = action([spell('2026-09-10', '2026-10-01'), spell('2026-10-20', '2026-12-01')]);
    expect(load([moved], '2026-10-01')).toEqual({ open: 1, overdue: 0 });
    expect(load([moved], '2026-10-02')).toEqual({ open: 1, overdue: 1 });
    expect(load([moved], '2026-10-20')).toEqual({ open: 1, overdue: 0 });
  });

  test('counts an action for the service that was responsible on that day', () => {
    const handed = action([
      spell('2026-09-10', '2026-12-01'),
      spell('2026-10-20', '2026-12-01', { ownerServiceId: 'nurses' }),
    ]);
    expect(loadOn([handed], day('2026-10-19'), ofService)).toEqual(new Map([['ppt', { open: 1, overdue: 0 }]]));
    expect(loadOn([handed], day('2026-10-20'), ofService)).toEqual(new Map([['nurses', { open: 1, overdue: 0 }]]));
  });

  test('counts an action of a unit’s own staff for no service', () => {
    const own = action([spell('2026-09-10', '2026-12-01', { ownerServiceId: null })]);
    expect(loadOn([own], day('2026-10-19'), ofService).size).toBe(0);
    expect(carriedOn(own, day('2026-10-19'))?.ownerId).toBe('ola');
  });
});

import { describe, expect, test } from '@jest/globals';
import { addressWith, askedFor, filtersIn, seesOthers } from './filters.js';
import { whoHolds } from '../../session/who.examples.js';
import { byDueGroup, dueGroupOf } from './groups.js';

const read = (address: string, who = whoHolds('service-member')) => filtersIn(new URLSearchParams(address), who);

describe('the address of a list of actions', () => {
  test('is empty by default: leaders see all open actions, others their own', () => {
    expect(read('')).toMatchObject({ owner: 'meg', status: 'apne', page: 1 });
    expect(read('', whoHolds('teacher', 'unit-leader'))).toMatchObject({ owner: 'alle' });
  });
  test.each([
    ['coordinator', 'alle', true],
    ['service-unit-leader', 'alle', true],
    ['unit-leader', 'alle', true],
    ['meeting-chair', 'alle', true],
    ['service-member', 'meg', true],
    ['teacher', 'meg', false],
    ['director', 'meg', false],
    ['elected', 'meg', false],
    ['auditor', 'meg', false],
  ] as const)('begins for a %s with %s, and lets others be chosen: %j', (role, owner, others) => {
    const who = whoHolds(role);
    expect([read('', who).owner, seesOthers(who)]).toEqual([owner, others]);
  });
  test('is read as it was sent, and invalid values are ignored', () => {
    expect(read('eier=meg&status=over-frist&enhet=974552876&tjeneste=t&side=3')).toEqual({
      owner: 'meg',
      status: 'over-frist',
      unitId: '974552876',
      serviceId: 't',
      page: 3,
    });
    expect(read('status=tull&side=-1')).toMatchObject({ status: 'apne', page: 1 });
  });
  test('starts at the first page after a change, and omits defaults', () => {
    const changed = addressWith(new URLSearchParams('status=over-frist&side=4&enhet=1'), {
      status: 'apne',
      eier: 'meg',
    });
    expect(changed.toString()).toBe('enhet=1&eier=meg');
  });
  test.each([
    ['status=over-frist', { owner: 'me', overdue: 'true' }],
    ['status=denne-uka&eier=alle', { dueWithin: 4 }],
    ['status=uten-svar', { owner: 'me', status: 'agreed' }],
    ['status=til-vurdering&enhet=1&tjeneste=2', { owner: 'me', unit: '1', service: '2', status: 'completed' }],
    ['eier=018f', { owner: '018f', status: 'open' }],
  ])('%s asks the API for what it says, on a Wednesday', (address, expected) => {
    expect(askedFor(read(address), '2026-11-18')).toEqual(expected);
  });
});

test('on Wednesday 18 November this week lasts until Sunday', () => {
  const due = ['2026-11-17', '2026-11-18', '2026-11-22', '2026-11-23'].map((dueOn) => ({ dueOn }));
  expect(due.map((action) => dueGroupOf(action, '2026-11-18'))).toEqual(['overdue', 'thisWeek', 'thisWeek', 'later']);
  expect(byDueGroup(due, '2026-11-18').thisWeek).toHaveLength(2);
});

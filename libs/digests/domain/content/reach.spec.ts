import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import type { HeldRole, PersonDto, ServiceDto, ServiceUnitDto } from '#registry/contract';
import type { DigestContent } from '../../contract/index.js';
import { digestReceiver, isDigestMandatory, isWithinReach, vacantOn } from './reach.js';

const day = (text: string) => text as CalendarDate;
const today = day('2026-11-23');

const role = (name: HeldRole['role'], changes: Partial<HeldRole> = {}): HeldRole => ({
  ...{ roleId: name, role: name, unitId: null, serviceId: null, serviceUnitId: null },
  ...{ from: day('2020-08-01'), to: null, ...changes },
});
const coordinator = role('coordinator');
const leads = (serviceUnitId: string, changes: Partial<HeldRole> = {}) =>
  role('service-unit-leader', { serviceUnitId, ...changes });
const heads = (unitId: string) => role('unit-leader', { unitId });

const service = (serviceId: string, serviceUnitId: string | null) => ({ serviceId, serviceUnitId }) as ServiceDto;
const services = [service('ppt', 'bfe'), service('nurse', 'bfe'), service('pool', 'culture'), service('free', null)];
const receiver = (roles: readonly HeldRole[], wantsDigest = false) =>
  digestReceiver({ roles: [...roles] }, { wantsDigest }, today, { services }, []);

describe('a digest goes to', () => {
  test('the coordinator, about everything, with the vacant posts', () =>
    expect(
      digestReceiver({ roles: [coordinator] }, { wantsDigest: false }, today, { services }, ['bfe' as never]),
    ).toEqual({
      roles: ['coordinator'],
      reach: { unitIds: null, serviceIds: null },
      vacant: ['bfe'],
      isMandatory: true,
    }));
  test('the leader of a service unit, about all units and the own services', () =>
    expect(receiver([leads('bfe')])).toEqual({
      roles: ['service-unit-leader'],
      reach: { unitIds: null, serviceIds: ['ppt', 'nurse'] },
      vacant: [],
      isMandatory: true,
    }));
  test('the leader of two service units, about the services of both', () =>
    expect(receiver([leads('bfe'), leads('culture')])?.reach.serviceIds).toEqual(['ppt', 'nurse', 'pool']));
  test('a unit’s leader who has asked for it, about the own units', () =>
    expect(receiver([heads('north'), heads('south')], true)).toEqual({
      roles: ['unit-leader'],
      reach: { unitIds: ['north', 'south'], serviceIds: null },
      vacant: [],
      isMandatory: false,
    }));
  test('one person for all roles: the widest reach counts', () => {
    expect(receiver([heads('north'), leads('bfe'), coordinator], true)).toMatchObject({
      roles: ['coordinator', 'service-unit-leader', 'unit-leader'],
      reach: { unitIds: null, serviceIds: null },
    });
    expect(receiver([heads('north'), leads('bfe')], true)).toMatchObject({
      roles: ['service-unit-leader', 'unit-leader'],
      reach: { unitIds: null, serviceIds: ['ppt', 'nurse'] },
    });
  });
});

describe('no digest goes to', () => {
  test('a unit’s leader who has not asked for it', () => expect(receiver([heads('north')])).toBeNull());
  test('others, whatever they ask for', () =>
    expect(receiver([role('service-member', { serviceId: 'ppt' }), role('elected')], true)).toBeNull());
  test('somebody whose role has ended, or has not begun', () => {
    expect(receiver([leads('bfe', { to: day('2026-11-22') })])).toBeNull();
    expect(receiver([leads('bfe', { from: day('2026-11-24') })])).toBeNull();
    expect(receiver([leads('bfe', { from: today, to: today })])).not.toBeNull();
  });
});

test('only these roles require the digest', () => {
  expect(isDigestMandatory([heads('north'), role('service-member')])).toBe(false);
  expect(isDigestMandatory([heads('north'), leads('bfe')])).toBe(true);
  expect(isDigestMandatory([coordinator])).toBe(true);
});

describe('a service unit is vacant', () => {
  const serviceUnit = (serviceUnitId: string, lastDay: string | null = null) => {
    const closures = lastDay === null ? [] : [{ lastDay: day(lastDay), reopens: null, reason: null }];
    return { serviceUnitId, name: serviceUnitId, closures } as unknown as ServiceUnitDto;
  };
  const led = (...roles: readonly HeldRole[]) => [{ roles }] as unknown as readonly PersonDto[];
  const vacant = (people: readonly PersonDto[], ...serviceUnits: readonly ServiceUnitDto[]) =>
    vacantOn(today, { services, serviceUnits, people });

  test('while nobody leads it on the day', () => {
    expect(vacant(led(), serviceUnit('bfe'))).toEqual(['bfe']);
    expect(vacant(led(leads('bfe', { to: day('2026-11-22') })), serviceUnit('bfe'))).toEqual(['bfe']);
    expect(vacant(led(leads('culture')), serviceUnit('bfe'), serviceUnit('culture'))).toEqual(['bfe']);
  });
  test('not when it is closed itself', () => {
    expect(vacant(led(), serviceUnit('bfe', '2026-11-22'))).toEqual([]);
    expect(vacant(led(), serviceUnit('bfe', '2026-11-23'))).toEqual(['bfe']);
  });
  test('not when somebody leads it', () => expect(vacant(led(leads('bfe')), serviceUnit('bfe'))).toEqual([]));
});

test.each([
  ['everything', { unitIds: null, serviceIds: null }, 'everything', { unitIds: null, serviceIds: null }, true],
  ['a unit', { unitIds: ['north'], serviceIds: null }, 'everything', { unitIds: null, serviceIds: null }, true],
  [
    'a service',
    { unitIds: null, serviceIds: ['ppt'] },
    'its services',
    { unitIds: null, serviceIds: ['ppt', 'n'] },
    true,
  ],
  [
    'two units',
    { unitIds: ['north', 'south'], serviceIds: null },
    'one',
    { unitIds: ['north'], serviceIds: null },
    false,
  ],
  ['everything', { unitIds: null, serviceIds: null }, 'a service', { unitIds: null, serviceIds: ['ppt'] }, false],
  ['a unit', { unitIds: ['north'], serviceIds: null }, 'a service', { unitIds: null, serviceIds: ['ppt'] }, false],
])('%s (%j) is within the reach of %s (%j): %s', (_, other, __, own, expected) => {
  expect(isWithinReach(other as DigestContent['reach'], own as DigestContent['reach'])).toBe(expected);
});

import { describe, expect, test } from '@jest/globals';
import type { CalendarDate } from '#platform/kernel';
import { may, reaches, rightsOf, scopeOf } from './access.js';
import type { ActiveRole, Asker } from './asker.js';
import { RIGHTS, type Right } from './rights.js';
import { Role } from './roles/index.js';

const asker = (...roles: ActiveRole[]): Asker => ({
  personId: 'me',
  tenant: '9999',
  roles,
  today: '2026-11-22' as CalendarDate,
  language: 'nb',
});
const leader = asker({ role: 'unit-leader', unitId: 'a' });
const nurse = asker({ role: 'service-member', serviceIds: ['health'] });
const coordinator = asker({ role: 'coordinator' });

describe('a right', () => {
  test('applies to the unit of the role, and no other', () => {
    expect(may(leader, 'protocol.file', { unitIds: ['a'] })).toBe(true);
    expect(may(leader, 'protocol.file', { unitIds: ['b'] })).toBe(false);
  });

  test('applies to a joint meeting from each of its units', () => {
    expect(may(leader, 'protocol.read', { unitIds: ['b', 'a'] })).toBe(true);
  });

  test('applies to meetings that a service member takes part in', () => {
    expect(may(nurse, 'protocol.read', { unitIds: ['b'], participantIds: ['me', 'other'] })).toBe(true);
    expect(may(nurse, 'protocol.read', { unitIds: ['b'], participantIds: ['other'] })).toBe(false);
  });

  test('applies to the person’s own actions', () => {
    expect(may(nurse, 'action.report', { personIds: ['me'] })).toBe(true);
    expect(may(nurse, 'action.report', { personIds: ['other'] })).toBe(false);
  });

  test('to report belongs to contributors too; to change and abandon, to the owner only', () => {
    const helps = { ownerId: 'other', personIds: ['other', 'me'] };
    const owns = { ownerId: 'me', personIds: ['me', 'other'] };
    expect([may(nurse, 'action.report', helps), may(nurse, 'action.manage', helps)]).toEqual([true, false]);
    expect([may(nurse, 'action.report', owns), may(nurse, 'action.manage', owns)]).toEqual([true, true]);
    expect(may(nurse, 'action.hand-over', helps)).toBe(false);
  });

  test('applies to everything for the coordinator, except writing protocols', () => {
    expect(may(coordinator, 'protocol.read', { unitIds: ['b'] })).toBe(true);
    expect(may(coordinator, 'protocol.file', { unitIds: ['b'] })).toBe(false);
  });

  test('is the union over roles, each with its own scope', () => {
    const both = asker({ role: 'unit-leader', unitId: 'a' }, { role: 'unit-leader', unitId: 'b' });
    expect(scopeOf(both, 'board.read')).toMatchObject({ all: false, unitIds: ['a', 'b'] });
  });

  test('requires a role', () => {
    for (const right of Object.keys(RIGHTS) as Right[]) expect(reaches(scopeOf(asker(), right))).toBe(false);
  });

  test('to read a protocol without children’s data is not given to elected members, directors and auditors', () => {
    for (const role of ['elected', 'director', 'auditor'] as const)
      expect(reaches(scopeOf(asker({ role }), 'protocol.read'))).toBe(false);
  });

  test('does not apply anywhere by a role without a place', () => {
    for (const role of Role.options.filter((r) => r === 'unit-leader' || r === 'meeting-chair'))
      expect(may(asker({ role }), 'protocol.file', { unitIds: ['a'] })).toBe(false);
  });
});

describe('the rights in a user’s session', () => {
  const heldRight = (who: Asker, right: Right) => rightsOf(who).find((held) => held.right === right);

  test('name the units in which a leader holds them', () => {
    expect(heldRight(leader, 'protocol.file')).toEqual({
      right: 'protocol.file',
      everywhere: false,
      unitIds: ['a'],
      serviceIds: [],
      elsewhere: false,
    });
  });

  test('name the services whose leader holds them', () => {
    const servicesLeader = asker({ role: 'service-unit-leader', serviceIds: ['health', 'ppt'] });
    expect(heldRight(servicesLeader, 'service-figures.read')).toEqual({
      right: 'service-figures.read',
      everywhere: false,
      unitIds: [],
      serviceIds: ['health', 'ppt'],
      elsewhere: true,
    });
    expect(heldRight(servicesLeader, 'action.manage')).toMatchObject({ serviceIds: [], elsewhere: true });
  });

  test('name those that apply in the whole municipality', () => {
    expect(heldRight(coordinator, 'registry.manage')).toMatchObject({ everywhere: true, unitIds: [], serviceIds: [] });
  });

  test('mark those that also apply at meetings with the user as participant', () => {
    const held = { everywhere: false, unitIds: [], serviceIds: [] };
    expect(heldRight(nurse, 'protocol.read')).toMatchObject({ ...held, elsewhere: true });
  });

  test('leave out rights that apply nowhere', () => {
    expect(heldRight(nurse, 'registry.manage')).toBeUndefined();
    expect(rightsOf(asker())).toEqual([]);
  });
});

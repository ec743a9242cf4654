import { describe, expect, test } from '@jest/globals';
import { id, kindergarten, meeting, registry, school, type GivenEvent } from '../news.examples.js';
import { newsOf } from './in-memory.examples.js';

const TENTH = { on: '2026-11-10' };
const SEVENTEENTH = { on: '2026-11-17' };
const PLANNED = meeting.planned('november', null, TENTH);
/** BFE, or its equivalent elsewhere. */
const unitOfServices = id('bfe unit');
const MOVED = meeting.moved('november', 'rektor', TENTH, SEVENTEENTH);

const hears = (name: string, ...happenings: readonly GivenEvent[]) => newsOf(happenings, name).length === 1;

describe('a change concerns', () => {
  test('the leader of the unit, and not of another unit', () => {
    const leads = (unitId: typeof school) => registry.role('leader', { role: 'unit-leader', unitId });
    expect(hears('leader', leads(school), PLANNED, MOVED)).toBe(true);
    expect(hears('leader', leads(kindergarten), PLANNED, MOVED)).toBe(false);
  });
  test('the leaders of every unit of a joint meeting', () => {
    const joint = meeting.planned('november', null, TENTH, { kind: 'joint', unitIds: [school, kindergarten] });
    expect(hears('guest', registry.table(kindergarten, 'guest'), joint, MOVED)).toBe(true);
  });
  test('the contact of a service that serves the unit', () => {
    expect(hears('nurse', registry.serves(school, 'nurses', 'nurse'), PLANNED, MOVED)).toBe(true);
    expect(hears('nurse', registry.serves(kindergarten, 'nurses', 'nurse'), PLANNED, MOVED)).toBe(false);
  });
  test('the leader of the service unit of a service that serves the unit', () => {
    const leader = registry.role('bfe', { role: 'service-unit-leader', serviceUnitId: unitOfServices });
    const serves = registry.serves(school, 'ppt', null);
    expect(hears('bfe', leader, registry.service('ppt', 'bfe unit'), serves, PLANNED, MOVED)).toBe(true);
    expect(hears('bfe', leader, registry.service('ppt', null), serves, PLANNED, MOVED)).toBe(false);
    expect(hears('bfe', leader, registry.service('ppt', 'bfe unit'), PLANNED, MOVED)).toBe(false);
  });
  test('no teacher and no director by their role alone', () => {
    expect(hears('teacher', registry.role('teacher', { role: 'teacher', unitId: school }), PLANNED, MOVED)).toBe(false);
    expect(hears('director', registry.role('director', { role: 'director' }), PLANNED, MOVED)).toBe(false);
  });
});

describe('concern is decided by the roles at the time of the change', () => {
  test('people who joined later are not informed', () => {
    expect(hears('ppt', PLANNED, MOVED, registry.table(school, 'ppt'))).toBe(false);
    expect(hears('coordinator', PLANNED, MOVED, registry.role('coordinator', { role: 'coordinator' }))).toBe(false);
  });
  test('people who have left are not informed', () => {
    expect(hears('ppt', registry.table(school, 'ppt'), PLANNED, MOVED, registry.table(school, 'other'))).toBe(false);
    const leads = registry.role('leader', { role: 'unit-leader', unitId: school });
    expect(hears('leader', leads, PLANNED, MOVED, registry.roleEnded('leader', 'unit-leader', '2026-11-01'))).toBe(
      false,
    );
    expect(hears('leader', leads, PLANNED, MOVED, registry.roleEnded('leader', 'unit-leader', '2026-11-02'))).toBe(
      true,
    );
  });
  test('a role counts from its first day, however early it was given', () => {
    const leads = (from: string) => registry.role('leader', { role: 'unit-leader', unitId: school, from });
    expect(hears('leader', leads('2026-11-02'), PLANNED, MOVED)).toBe(true);
    expect(hears('leader', leads('2026-11-03'), PLANNED, MOVED)).toBe(false);
  });
  test('a service that no longer serves the unit, or belongs to another service unit, is not informed', () => {
    const leader = registry.role('bfe', { role: 'service-unit-leader', serviceUnitId: unitOfServices });
    const given = [
      leader,
      registry.service('ppt', 'bfe unit'),
      registry.serves(school, 'ppt', 'adviser'),
      PLANNED,
      MOVED,
    ];
    expect(hears('adviser', ...given)).toBe(true);
    expect(hears('adviser', ...given, registry.serves(school, 'ppt', 'other'))).toBe(false);
    expect(hears('bfe', ...given, registry.serves(school, 'ppt', 'other'))).toBe(true);
    expect(hears('bfe', ...given, registry.service('ppt', 'another unit'))).toBe(false);
  });
});

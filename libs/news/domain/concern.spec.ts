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

describe('a substitute is told what concerns the one who is away by name', () => {
  const insteadOf =
    (...days: readonly string[]) =>
    (personId: string, on: string) =>
      personId === id('substitute') && days.includes(on) ? [id('adviser')] : [];
  const hearsInstead = (days: readonly string[], ...given: readonly GivenEvent[]) =>
    newsOf(given, 'substitute', '2026-11-03', [], insteadOf(...days)).length === 1;
  const BOTH = ['2026-11-02', '2026-11-03'];

  test.each([
    ['as standing participant', [registry.table(school, 'adviser')]],
    ['as contact of a service', [registry.serves(school, 'ppt', 'adviser')]],
  ])('%s', (_, given) => {
    expect(hearsInstead(BOTH, ...given, PLANNED, MOVED)).toBe(true);
    expect(newsOf([...given, PLANNED, MOVED], 'adviser', '2026-11-03')).toHaveLength(1);
  });
  test('and as one who is called', () => {
    expect(hearsInstead(BOTH, PLANNED, meeting.called('november', 'rektor', [id('adviser')]), MOVED)).toBe(true);
  });
  test('not of a change before they stood in, nor when it is over', () => {
    const given = [registry.table(school, 'adviser'), PLANNED, MOVED];
    expect(hearsInstead(['2026-11-03'], ...given)).toBe(false);
    expect(hearsInstead(['2026-11-02'], ...given)).toBe(false);
  });
  test('not what concerns the other by a role: that comes with the role', () => {
    const leads = registry.role('adviser', { role: 'unit-leader', unitId: school });
    expect(hearsInstead(BOTH, leads, PLANNED, MOVED)).toBe(false);
  });
});

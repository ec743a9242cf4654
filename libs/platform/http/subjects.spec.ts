import { describe, expect, jest, test } from '@jest/globals';
import type { ActiveRole, Asker } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { mayReach, type FoundSubject } from './subjects.js';

const asker = (...roles: readonly ActiveRole[]): Asker => ({
  personId: 'kari',
  tenant: '9901',
  roles,
  today: '2026-11-30' as CalendarDate,
  language: 'nb',
});
/** A meeting of unit «here», whose register says that Kari always takes part. */
function meeting() {
  const participants = jest.fn(() => Promise.resolve(['kari']));
  const subject: FoundSubject = { unitIds: ['here'], participantIds: ['called'], participants };
  return { participants, subject };
}

describe('participants that must be looked up', () => {
  test('let in one who takes part, and only where taking part gives the right', async () => {
    expect(await mayReach(asker({ role: 'service-member' }), 'meeting.read', meeting().subject)).toBe(true);
    expect(await mayReach(asker({ role: 'teacher', unitId: 'there' }), 'meeting.read', meeting().subject)).toBe(true);
    const stranger = { ...asker({ role: 'service-member' }), personId: 'ola' };
    expect(await mayReach(stranger, 'meeting.read', meeting().subject)).toBe(false);
  });

  test.each<[string, readonly ActiveRole[], boolean]>([
    ['whom the unit lets in', [{ role: 'unit-leader', unitId: 'here' }], true],
    ['who may see all', [{ role: 'coordinator' }], true],
    ['whom no participation lets in', [{ role: 'unit-leader', unitId: 'there' }], false],
    ['without a role', [], false],
  ])('are not looked up for one %s', async (_, roles, may) => {
    const { participants, subject } = meeting();
    expect(await mayReach(asker(...roles), 'meeting.read', subject)).toBe(may);
    expect(participants).not.toHaveBeenCalled();
  });

  test('are not looked up for one whom the subject itself names', async () => {
    const { participants, subject } = meeting();
    const called = { ...asker({ role: 'service-member' }), personId: 'called' };
    expect(await mayReach(called, 'meeting.read', subject)).toBe(true);
    expect(participants).not.toHaveBeenCalled();
  });
});

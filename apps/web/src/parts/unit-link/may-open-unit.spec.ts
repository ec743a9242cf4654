import { expect, test } from '@jest/globals';
import { mayOpenUnit } from './may-open-unit.js';

const unit = { unitId: '974552876', standing: [{ personId: 'ola', deputyId: 'eva' }] };
const who = (personId: string, role: string, unitId?: string) =>
  ({ personId, roles: [{ role, ...(unitId && { unitId }) }] }) as never;

test.each([
  ['coordinator', who('kari', 'coordinator'), true],
  ['service unit leader', who('kari', 'service-unit-leader'), true],
  ['leader of the unit', who('kari', 'unit-leader', '974552876'), true],
  ['leader of another unit', who('kari', 'unit-leader', '974552884'), false],
  ['teacher there', who('kari', 'teacher', '974552876'), true],
  ['member of a service at the table', who('ola', 'service-member'), true],
  ['deputy of one at the table', who('eva', 'service-member'), true],
  ['member of a service elsewhere', who('per', 'service-member'), false],
  ['director', who('ola', 'director'), false],
])('a %s opens the unit: %j', (_, asker, expected) => {
  expect(mayOpenUnit(asker, unit)).toBe(expected);
});

import { expect, test } from '@jest/globals';
import { mayOpenService } from './may-open-service.js';

const who = (role: string, ...serviceIds: string[]) => ({ roles: [{ role, serviceIds }] }) as never;

test.each([
  ['coordinator', who('coordinator'), true],
  ['leader of its service unit', who('service-unit-leader', 'health', 'ppt'), true],
  ['leader of another service unit', who('service-unit-leader', 'health'), false],
  ['member of the service', who('service-member', 'ppt'), false],
  ['unit leader', who('unit-leader'), false],
  ['director', who('director'), false],
])('a %s opens the service: %j', (_, asker, expected) => {
  expect(mayOpenService(asker, 'ppt')).toBe(expected);
});

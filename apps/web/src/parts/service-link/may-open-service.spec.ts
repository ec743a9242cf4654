import { expect, test } from '@jest/globals';
import { whoHolds } from '../../session/who.examples.js';
import { mayOpenService } from './may-open-service.js';

test.each([
  ['coordinator', 'ppt', true],
  ['service-unit-leader', 'ppt', true],
  ['service-unit-leader', 'child-welfare', false],
  ['service-member', 'ppt', false],
  ['unit-leader', 'ppt', false],
  ['meeting-chair', 'ppt', false],
  ['teacher', 'ppt', false],
  ['director', 'ppt', false],
  ['elected', 'ppt', false],
  ['auditor', 'ppt', false],
] as const)('a %s opens the service %s: %j', (role, serviceId, expected) => {
  expect(mayOpenService(whoHolds(role), serviceId)).toBe(expected);
});

test('a user with several roles opens what one of them opens', () => {
  expect(mayOpenService(whoHolds('unit-leader', 'service-unit-leader'), 'ppt')).toBe(true);
  expect(mayOpenService(whoHolds(), 'ppt')).toBe(false);
});

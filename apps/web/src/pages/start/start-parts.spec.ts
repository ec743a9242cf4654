import { expect, test } from '@jest/globals';
import { whoHolds } from '../../session/who.examples.js';
import { ownServices, ownUnits, startPartsOf } from './start-parts.js';

const BY_MAIL = ['new-digests', 'alerts-to-you', 'news'] as const;

test.each([
  ['coordinator', ['get-started', 'new-digests', 'news', 'follow-up']],
  ['service-unit-leader', [...BY_MAIL, 'own-services']],
  ['unit-leader', ['new-digests', 'reminders', 'alerts-to-you', 'news', 'own-units']],
  ['meeting-chair', ['new-digests', 'reminders', 'alerts-to-you', 'news', 'own-units']],
  ['service-member', [...BY_MAIL, 'own-actions']],
  ['teacher', [...BY_MAIL, 'own-actions']],
  ['director', ['reader']],
  ['elected', ['reader']],
  ['auditor', []],
] as const)('the start page of a %s shows %j', (role, parts) => {
  expect(startPartsOf(whoHolds(role))).toEqual(parts);
});

test('a user with several roles sees all of their parts, and one without a role sees none', () => {
  expect(startPartsOf(whoHolds('elected', 'teacher'))).toEqual([...BY_MAIL, 'own-actions', 'reader']);
  expect(startPartsOf(whoHolds())).toEqual([]);
});

test('each unit and service is shown once, also to the coordinator who leads it', () => {
  const who = whoHolds('coordinator', 'unit-leader', 'meeting-chair', 'service-unit-leader', 'teacher');
  expect([ownUnits(who), ownServices(who)]).toEqual([['school'], ['health', 'ppt']]);
  expect([ownUnits(whoHolds('coordinator')), ownServices(whoHolds('coordinator'))]).toEqual([[], []]);
});

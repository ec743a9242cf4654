import { expect, test } from '@jest/globals';
import { deliveryProblemOf } from './delivery-problem.js';

test.each([
  ['5.1.1', 'address'],
  ['5.1.10', 'address'],
  ['550', 'address'],
  ['5.2.2', 'full'],
  ['4.2.2', 'full'],
  ['5.2.1', 'mailbox'],
  ['4.4.7', 'server'],
  ['5.7.1', 'policy'],
  ['5.0.0', 'other'],
  ['554', 'other'],
  [null, 'other'],
])('status %s is about: %s', (status, problem) => expect(deliveryProblemOf(status)).toBe(problem));

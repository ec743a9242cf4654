import { expect, test } from '@jest/globals';
import { MAIL_KINDS, MAIL_STATES } from '../../parts/mail-words/mail-kinds.js';
import { outboxAddressOf, outboxViewOf, type OutboxView } from './outbox-address.js';

test('the address of a view shows the same view', () => {
  for (const state of [undefined, ...MAIL_STATES])
    for (const kind of [undefined, ...MAIL_KINDS])
      for (const person of [undefined, '018f0c5e-0000-7000-8000-0000000000c0']) {
        const view: OutboxView = { state, kind, person, page: 3 };
        expect(outboxViewOf(outboxAddressOf(view))).toEqual(view);
      }
});

test('an address with unknown choices shows everything', () => {
  const all = { state: undefined, kind: undefined, person: undefined, page: 1 };
  expect(outboxViewOf(new URLSearchParams('status=x&slag=toString&person=ola&side=-4'))).toEqual(all);
  expect(String(outboxAddressOf(all))).toBe('');
});

import { expect, test } from '@jest/globals';
import type { Handover } from '../dispatch/dispatch.js';
import { handoverOf, type SmtpFailure } from './smtp-failure.js';

const BEFORE_DOT = false;
const AFTER_DOT = true;

test.each<readonly [string, SmtpFailure, boolean, string]>([
  ['no server there', { code: 'ESOCKET', command: 'CONN' }, BEFORE_DOT, 'for-now server'],
  ['unknown host', { code: 'EDNS', command: 'CONN' }, BEFORE_DOT, 'for-now server'],
  ['no greeting in time', { code: 'ETIMEDOUT', command: 'CONN' }, BEFORE_DOT, 'for-now server'],
  ['no STARTTLS', { code: 'ETLS', command: 'STARTTLS' }, BEFORE_DOT, 'for-now server'],
  ['greeted with 554', { code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, BEFORE_DOT, 'for-now server'],
  ['refused login', { code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, BEFORE_DOT, 'for-now server'],
  ['login required', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 530 }, BEFORE_DOT, 'for-now server'],
  ['refused sender', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, BEFORE_DOT, 'for-now server'],
  ['too large by SIZE', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 552 }, BEFORE_DOT, 'for-good mail'],
  ['larger than the server announced', { code: 'EMESSAGE', command: 'MAIL FROM' }, BEFORE_DOT, 'for-good mail'],
  ['busy mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, BEFORE_DOT, 'for-now recipient'],
  ['full mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 552 }, BEFORE_DOT, 'for-good recipient'],
  ['no such mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, BEFORE_DOT, 'for-good recipient'],
  ['an address that cannot be written', { code: 'EENVELOPE', command: 'API' }, BEFORE_DOT, 'for-good recipient'],
  ['the server closes', { code: 'ECONNECTION', command: 'CONN', responseCode: 421 }, BEFORE_DOT, 'for-now server'],
  [
    'the server closes instead of answering the mail',
    { code: 'ECONNECTION', responseCode: 421 },
    AFTER_DOT,
    'for-now server',
  ],
  ['content refused for now', { code: 'EMESSAGE', command: 'DATA', responseCode: 451 }, AFTER_DOT, 'for-now mail'],
  ['content refused for good', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, AFTER_DOT, 'for-good mail'],
  ['connection lost during the mail', { code: 'ECONNECTION', command: 'CONN' }, BEFORE_DOT, 'for-now server'],
  ['connection lost after the mail', { code: 'ECONNECTION', command: 'CONN' }, AFTER_DOT, 'unsure'],
  ['no answer to the mail in time', { code: 'ETIMEDOUT', command: 'CONN' }, AFTER_DOT, 'unsure'],
  ['reset after the mail', { code: 'ESOCKET', command: 'CONN' }, AFTER_DOT, 'unsure'],
])('%s', (_, failure, isWhole, expected) => {
  expect(inWords(handoverOf(failure, isWhole))).toBe(expected);
});

const inWords = (handover: Handover): string =>
  'refused' in handover ? `${handover.refused} ${handover.of}` : 'unsure' in handover ? 'unsure' : 'accepted';

test('a refusal carries the code and the answer of the server', () => {
  const failure = { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, response: '550 5.1.1 unknown' };
  expect(handoverOf(failure, BEFORE_DOT)).toEqual({
    refused: 'for-good',
    of: 'recipient',
    code: 550,
    response: '550 5.1.1 unknown',
  });
});

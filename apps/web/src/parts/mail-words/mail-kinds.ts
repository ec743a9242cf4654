import type { Answer } from '../../api/reads.js';

export type SentMail = Answer<'/api/mail/outbox'>['items'][number];
export type MailState = SentMail['state'];

/** Every state, in the order of a mail's life, with how it is to be seen. */
const TONES: Readonly<Record<MailState, 'waits' | 'well' | 'wrong' | 'quiet'>> = {
  due: 'waits',
  composed: 'waits',
  'handing-over': 'waits',
  accepted: 'well',
  unsure: 'wrong',
  refused: 'wrong',
  bounced: 'wrong',
  'no-address': 'wrong',
  nothing: 'quiet',
};
export const MAIL_STATES = Object.keys(TONES) as readonly MailState[];
export const toneOf = (state: MailState) => TONES[state];

/** Kinds of mail that pages have words for. */
export const MAIL_KINDS = [
  'daily',
  'digest',
  'digest-again',
  'change',
  'reminded',
  'asked',
  'invitation',
  'invitation-withdrawn',
] as const;

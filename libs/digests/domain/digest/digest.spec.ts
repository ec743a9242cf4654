import { specification } from '../../../platform/kernel/specification.js';
import { PersonId, type CalendarDate } from '#platform/kernel';
import { DigestMade, DigestResent, type MadeDigest } from '../../contract/index.js';
import { digestContent } from '../../rendering/digest.examples.js';
import type { MakeDigest, ResendDigest } from './digest.commands.js';
import { digest, MOST_RESENT } from './digest.decider.js';

const { accepts, refuses } = specification('the digest of a person and a week', digest);

const made = (changes: Partial<MadeDigest> = {}): MadeDigest => ({
  ...digestContent(),
  personId: PersonId.parse('018f0c5e-0000-7000-8000-000000000b02'),
  anchor: null,
  sha256: { html: 'a'.repeat(64), text: 'b'.repeat(64) },
  ...changes,
});
const make = (it: MadeDigest): MakeDigest => ({ type: 'MakeDigest', digest: it });
const monday = '2026-11-16' as CalendarDate;
const resend: ResendDigest = { type: 'ResendDigest', on: monday };
const resent = (number: number) => DigestResent({ on: monday, number });

accepts('the first one').given().when(make(made())).then(DigestMade(made()));
accepts('a second one of the same day, and keeps the first')
  .given(DigestMade(made()))
  .when(make(made({ needsCount: 12 })))
  .then();
const laterDay = made({ on: '2026-11-17' as CalendarDate, isLate: true });
accepts('one of a later day, since the mail of the first was not handed over')
  .given(DigestMade(made()))
  .when(make(laterDay))
  .then(DigestMade(laterDay));
accepts('one of an earlier day, and keeps the later one').given(DigestMade(laterDay)).when(make(made())).then();
accepts('to be sent once more').given(DigestMade(made())).when(resend).then(resent(1));
accepts('to be sent again after that').given(DigestMade(made()), resent(1)).when(resend).then(resent(2));
refuses('to be sent once more before it was made').given().when(resend).with('DIGEST_NOT_MADE');
refuses('to be sent more often than that')
  .given(DigestMade(made()), ...Array.from({ length: MOST_RESENT }, (_, i) => resent(i + 1)))
  .when(resend)
  .with('DIGEST_RESENT_OFTEN');

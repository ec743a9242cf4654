import { z } from 'zod';
import { pageOf } from '#platform/http';
import { CalendarDate, PersonId } from '#platform/kernel';
import { DigestWeek, MailLanguage, Preferences } from '../../contract/index.js';
import { ShownDigest } from './shown-digest.js';

/** A person's choices, and what they cannot choose. */
export const PreferencesAnswer = z.object({
  revision: z.string().describe('Give it back as `If-Match: "<revision>"`; -1 where nothing has been chosen.'),
  chosen: Preferences,
  isDigestMandatory: z.boolean().describe('Whether a role requires the weekly digest.'),
  mayChooseDigest: z.boolean().describe('Whether you decide on the weekly digest yourself.'),
  getsDigest: z.boolean().describe('Whether you get it now.'),
  nextDigestOn: CalendarDate.nullable().describe('The day of your next digest; null if you get none.'),
  email: z.string().nullable().describe('The address that mail goes to.'),
  coordinators: z
    .array(z.object({ personId: PersonId, name: z.string() }))
    .describe('People who can correct your address.'),
  municipality: z
    .object({ language: MailLanguage, digestWeekday: z.int(), hour: z.int() })
    .describe('What holds where you have chosen nothing.'),
});

const Delivery = z
  .object({ state: z.enum(['on-its-way', 'sent', 'undelivered']), at: z.iso.datetime().describe('Since when.') })
  .nullable()
  .describe('What became of the mail; null if it is not known.');

const ListedDigest = z.object({
  week: DigestWeek,
  on: CalendarDate.describe('The day on which it was made.'),
  needs: z.int().describe('How many matters needed you.'),
  isLate: z.boolean(),
  delivery: Delivery,
  resentOn: z.array(CalendarDate),
});
export const DigestPage = pageOf(ListedDigest);
export type DigestPage = z.input<typeof DigestPage>;

const Rendered = z.object({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  shown: ShownDigest.describe('What both parts are rendered from, for a page of the application.'),
});

export const DigestAnswer = z.object({
  week: DigestWeek,
  made: z
    .object({
      on: CalendarDate,
      isLate: z.boolean(),
      ...Rendered.shape,
      isAsSent: z.boolean().describe('Whether what is shown here is, byte for byte, what was sent.'),
      delivery: Delivery,
      areBytesKept: z.boolean().describe('Whether the mail itself is kept; otherwise only its event is.'),
      resentOn: z.array(CalendarDate),
    })
    .nullable()
    .describe('Null where you got none.'),
});

export const DigestPreview = z.object({
  week: DigestWeek,
  mail: Rendered.nullable().describe('The digest as it would be now; null if you get none.'),
});

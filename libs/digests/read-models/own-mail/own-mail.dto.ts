import { z } from 'zod';
import { pageOf } from '#platform/http';
import { CalendarDate } from '#platform/kernel';
import { DigestWeek, MailLanguage, Preferences } from '../../contract/index.js';

/** A person's choices, and what they cannot choose. */
export const PreferencesAnswer = z.object({
  revision: z.string().describe('Give it back as `If-Match: "<revision>"`; -1 where nothing has been chosen.'),
  chosen: Preferences,
  isDigestMandatory: z.boolean().describe('Whether a role requires the weekly digest.'),
  getsDigest: z.boolean().describe('Whether you get it now.'),
  municipality: z
    .object({ language: MailLanguage, digestWeekday: z.int(), hour: z.int() })
    .describe('What holds where you have chosen nothing.'),
});

const ListedDigest = z.object({
  week: DigestWeek,
  on: CalendarDate.describe('The day on which it was made.'),
  needs: z.int().describe('How many matters needed you.'),
  isLate: z.boolean(),
  resentOn: z.array(CalendarDate),
});
export const DigestPage = pageOf(ListedDigest);
export type DigestPage = z.input<typeof DigestPage>;

const Rendered = z.object({ subject: z.string(), html: z.string(), text: z.string() });

export const DigestAnswer = z.object({
  week: DigestWeek,
  made: z
    .object({
      on: CalendarDate,
      ...Rendered.shape,
      isAsSent: z.boolean().describe('Whether what is shown here is, byte for byte, what was sent.'),
      resentOn: z.array(CalendarDate),
    })
    .nullable()
    .describe('Null where you got none.'),
});

export const DigestPreview = z.object({
  week: DigestWeek,
  mail: Rendered.nullable().describe('The digest as it would be now; null if you get none.'),
});

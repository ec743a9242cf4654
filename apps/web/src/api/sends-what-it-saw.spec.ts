import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';

// Every place where a page changes something is found in the sources: its request names the revision that was seen.

const SOURCES = new URL('../', import.meta.url);
const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$|generated/.test(name))
  .map((name) => ({ name, text: readFileSync(new URL(name, SOURCES), 'utf8') }));

interface Call {
  readonly file: string;
  /** `POST /api/…`; an address that is put together shows what it is put together of. */
  readonly what: string;
  /** The call with all that is sent. */
  readonly sent: string;
}

/** The text from an opening bracket to the one that closes it. */
function bracketed(text: string, from: number): string {
  let depth = 0;
  for (let i = from; i < text.length; i += 1) {
    if (text[i] === '(') depth += 1;
    if (text[i] === ')' && (depth -= 1) === 0) return text.slice(from, i + 1);
  }
  throw new Error('A call does not end');
}
const calls: readonly Call[] = sources.flatMap(({ name: file, text }) =>
  [...text.matchAll(/\bapi\s*(?:as[^)]*\)\s*)?\.\s*(POST|PUT|PATCH|DELETE)\b[^(]*\(/g)].map(
    ({ 0: found, 1: method, index }) => {
      const sent = bracketed(text, index + found.length - 1);
      const [, address = text.match(/const PATH = '([^']+)'/)?.[1] ?? sent] = /^\(\s*['`]([^'`]+)['`]/.exec(sent) ?? [];
      return { file, what: `${method!} ${address}`, sent };
    },
  ),
);

/** Calls that only add something new; the domain refuses to overwrite another's work by them. */
const ADDS: ReadonlySet<string> = new Set([
  // Notes that somebody has looked at what a new municipality begins with.
  'PUT /api/municipality/confirmed-setup',
  // Decisions about one sign-in, by buttons: what another has decided meanwhile is refused.
  'POST /api/sign-ins/{identityId}/approval',
  'DELETE /api/sign-ins/{identityId}/approval',
  'POST /api/sign-ins/{identityId}/refusal',
  // Another link in place of an unused one, which the page says; a used one cannot be withdrawn.
  'POST /api/sign-ins/invitations/{personId}',
  'DELETE /api/sign-ins/invitations/{personId}',
  // Steps of an alert: each adds to its history, and what cannot be done twice is refused.
  'POST /api/alerts/{alertId}/snooze',
  'POST /api/alerts/{alertId}/questions',
  'POST /api/alerts/{alertId}/notes',
  'POST /api/alerts/{alertId}/handling',
  'POST /api/alerts/releases',
  // The same mail once more; the API stops after a few.
  'POST /api/digests/{week}/resend',
  'POST /api/people/{personId}/digests/{week}/resend',
  // A unit that is registered already is refused.
  'POST /api/units',
  'POST /api/meetings',
  'POST /api/people/{personId}/roles/{roleId}/substitutes',
  'POST /api/units/{unitId}/calls',
  'POST /api/units/{unitId}/reminders',
  'POST /api/news/seen',
  // Another version beside the earlier ones; its body has the checksum of the preview that was seen.
  'POST /api/publications',
  'POST /api/services',
  'POST /api/service-units',
  'POST /api/people',
  // A role that overlaps one which the person has is refused.
  'POST /api/people/{personId}/roles',
  'POST /api/refused-decisions/{refusalId}/seen',
  'POST /api/school-years/{schoolYear}/plan',
  'POST /api/units/{unitId}/school-years/{schoolYear}/plan',
  // Says what the year plan and the register are; both parties then approve the version by its number.
  'POST /api/units/{unitId}/school-years/{schoolYear}/agreement',
  'POST /api/units/{unitId}/school-years/{schoolYear}/exemptions',
  'DELETE /api/units/{unitId}/school-years/{schoolYear}/exemptions/{month}',
]);
/** Calls that change nothing that others see. */
const CHANGES_NOTHING: ReadonlySet<string> = new Set([
  'POST /api/session',
  'POST /api/session/confirmation',
  // A preview of whom other steps would have told; nothing is kept.
  'POST /api/alerts/ladder-preview',
  // One's own, with buttons alone: a repeat gives another address, and ends nothing that was not shown.
  'POST /api/calendar-feed',
  'DELETE /api/calendar-feed',
  'DELETE /api/session',
  // Before one is signed in: enters a municipality, asks to be let in, or forgets who one is.
  'POST /api/sign-in',
  'DELETE /api/sign-in',
  'POST /api/sign-in/invitation',
  'POST /api/sign-in/invitation/start',
  // Ends sessions, in which nothing is written.
  'DELETE /api/sessions',
  'DELETE /api/sessions/{sessionId}',
  'DELETE /api/people/{personId}/sessions',
  'POST /api/meetings/{meetingId}/draft/presence',
  'POST /api/school-years/{schoolYear}/proposals',
]);
/** Calls that name the seen revision in their body: a draft, the draft that is filed, a previewed import. */
const BY_BODY: ReadonlyMap<string, RegExp> = new Map([
  ['PUT /api/meetings/{meetingId}/draft', /\bbase/],
  ['POST /api/meetings/{meetingId}/protocol', /draftRevision/],
  ['POST /api/units/{unitId}/school-years/{schoolYear}/agreement/unit-approval', /version/],
  ['POST /api/units/{unitId}/school-years/{schoolYear}/agreement/services-approval', /version/],
  // Each unit is sent with its own revision.
  ['PUT /api/services/{serviceId}/units', /\brevision\b/],
  ['PUT /api/standing-participants', /\brevision\b/],
]);
/** Sends a file; what it does is accepted by the digest of its preview (ADR 0101). */
const BY_DIGEST = 'pages/import/importing.ts';
const names = (call: Call): boolean =>
  /\bheaders\b|\bof\(seen\)/.test(call.sent) || (BY_BODY.get(call.what)?.test(call.sent) ?? false);
const mustName = calls.filter(({ file, what }) => !ADDS.has(what) && !CHANGES_NOTHING.has(what) && file !== BY_DIGEST);

test('the calls of the API are found in the sources', () => {
  expect(calls.length).toBeGreaterThan(25);
  const found = new Set(calls.map(({ what }) => what));
  const unknown = [...ADDS, ...CHANGES_NOTHING, ...BY_BODY.keys()].filter((what) => !found.has(what));
  expect(unknown).toEqual([]);
  expect(sources.find(({ name }) => name === BY_DIGEST)?.text).toContain('digest && { digest }');
});

test('every change of an existing item names the revision that the user has seen', () => {
  expect(mustName.filter((call) => !names(call)).map(({ file, what }) => `${file}: ${what}`)).toEqual([]);
});

test('a revision is always taken from what the user has seen', () => {
  const byHand = sources.filter(({ name, text }) => text.includes("'If-Match'") && name !== 'api/seen-revision.ts');
  expect(byHand.map(({ name }) => name)).toEqual([]);
});

/** Calls of buttons without fields: the page shows the present state, so there is nothing to compare. */
const HAVE_NO_FORM = [
  'pages/ladder/answers-by-link.tsx',
  'pages/meeting/editor/next-meeting.tsx',
  'pages/unit/agreement-steps.tsx',
  'pages/year-plan/use-year-plan.ts',
];
/** Sent by the dialogs beside it. */
const SENT_BY_DIALOGS = ['parts/closing/closable.ts'];
/** Many units at once: those refused are listed, and the page shows their present values. */
const LIST_REFUSED = ['pages/serving/use-save.ts', 'pages/standing-proposal/use-accept.ts'];
/** A draft and a correction are merged, and ask where both wrote differently. */
const MERGE = ['pages/meeting/editor/use-filing.ts', 'pages/meeting/editor/use-draft-store.ts'];
const SHOW_BOTH = /\b(ChangedMeanwhile|useSeenMeeting|ReasonDialog|useCommands)\b/;

test('every form that names a revision shows the earlier and the present values after a conflict', () => {
  const forms = new Set(mustName.map(({ file }) => file));
  const silent = sources.filter(
    ({ name, text }) =>
      forms.has(name) &&
      ![...HAVE_NO_FORM, ...LIST_REFUSED, ...MERGE, ...SENT_BY_DIALOGS].includes(name) &&
      !SHOW_BOTH.test(text),
  );
  expect(silent.map(({ name }) => name)).toEqual([]);
});

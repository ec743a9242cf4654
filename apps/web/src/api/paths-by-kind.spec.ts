import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { pathsToRefetch } from './paths-by-kind.js';

const SOURCES = join(import.meta.dirname, '..');
const sources = globSync('**/*.{ts,tsx}', { cwd: SOURCES })
  .filter((name) => !name.endsWith('.spec.ts') && !name.includes('generated'))
  .map((name) => ({ name, text: readFileSync(join(SOURCES, name), 'utf8') }));

test('a changed meeting refetches the board, its unit and the registers, but no people', () => {
  const paths = pathsToRefetch({ kinds: ['meeting'], everything: false });
  expect(paths).toEqual(expect.arrayContaining(['/api/board', '/api/units', '/api/protocols', '/api/school-years']));
  expect(paths).not.toContain('/api/people');
});

test('a person, an unknown kind or a long interruption refetches everything', () => {
  expect(pathsToRefetch({ kinds: ['meeting', 'person'], everything: false })).toEqual([]);
  expect(pathsToRefetch({ kinds: ['a later kind'], everything: false })).toEqual([]);
  expect(pathsToRefetch({ kinds: [], everything: true })).toEqual([]);
});

test('confirmed news refetch the news alone', () => {
  expect(pathsToRefetch({ kinds: ['news'], everything: false })).toEqual(['/api/news']);
});

test('no changed kind refetches nothing', () => {
  expect(pathsToRefetch({ kinds: [], everything: false })).toBeUndefined();
});

/** Senders whose caller names the kinds of changed items. */
const CALLER_REFETCHES: Readonly<Record<string, string>> = {
  'pages/follow-up/panel/call-form.tsx': 'pages/follow-up/panel/use-step.ts',
  'pages/follow-up/panel/exemption-form.tsx': 'pages/follow-up/panel/use-step.ts',
  'pages/follow-up/panel/reminder-form.tsx': 'pages/follow-up/panel/use-step.ts',
  'pages/follow-up/panel/withdraw-exemption.tsx': 'pages/follow-up/panel/use-step.ts',
  'pages/import/importing.ts': 'pages/import/page.tsx',
  'pages/meeting/coming/held-actions.tsx': 'pages/meeting/coming/reason-dialog.tsx',
  'pages/own-sessions/end-others.tsx': 'pages/own-sessions/page.tsx',
  'pages/own-sessions/session-row.tsx': 'pages/own-sessions/page.tsx',
  'pages/person/contact.tsx': 'pages/person/use-send.ts',
  'pages/person/email-form.tsx': 'pages/person/use-send.ts',
  'pages/person/details-form.tsx': 'pages/person/use-send.ts',
  'pages/person/end-role.tsx': 'pages/person/use-send.ts',
  'pages/person/give-role.tsx': 'pages/person/use-send.ts',
  'pages/person/leave.tsx': 'pages/person/use-send.ts',
  'pages/person/substitute-form.tsx': 'pages/person/use-send.ts',
  'pages/refused-decisions/seen-form.tsx': 'pages/refused-decisions/refused-decision.tsx',
  'pages/sign-ins/approved-sign-in.tsx': 'pages/sign-ins/use-send.ts',
  'pages/sign-ins/invite-person.tsx': 'pages/sign-ins/use-send.ts',
  'pages/sign-ins/invited-person.tsx': 'pages/sign-ins/use-send.ts',
  'pages/sign-ins/waiting-sign-in.tsx': 'pages/sign-ins/use-send.ts',
  'parts/closing/closable.ts': 'parts/closing/closing-dialogs.tsx',
};
/**
 * Senders that change nothing which the table knows: the session, drafts and presence, which are no events, and a preview.
 */
const CHANGES_NO_ITEM = [
  'app/confirm-dialog.tsx',
  'pages/ladder/ask-preview.ts',
  'pages/meeting/editor/use-draft-store.ts',
  'pages/meeting/editor/use-live-draft.ts',
  // Sessions of another, which no page shows.
  'pages/person/sign-out.tsx',
  // Before one is signed in.
  'pages/invitation/invitation-link.tsx',
  'pages/sign-in/provider-sign-in.tsx',
  'session/session.tsx',
];
const SENDS = /\bapi\s*\.(POST|PUT|PATCH|DELETE)\b/;

test('every command of the pages is followed by the kinds of items that it changed', () => {
  const senders = sources.filter(({ name, text }) => SENDS.test(text) && !CHANGES_NO_ITEM.includes(name));
  expect(senders.length).toBeGreaterThan(20);
  const refetching = new Set(sources.flatMap(({ name, text }) => (/refetchChanged\('/.test(text) ? name : [])));
  expect(senders.filter(({ name }) => !refetching.has(CALLER_REFETCHES[name] ?? name))).toEqual([]);
});

test('no page, part or hook decides by itself what is read again', () => {
  const byHand = sources.filter(({ text }) => /\b(useRefresh|invalidateQueries)\(/.test(text)).map(({ name }) => name);
  expect(byHand.toSorted()).toEqual([
    'api/reads.ts',
    'api/refetch-changed.ts',
    'session/live.ts',
    // after another sign-in, and in another language, everything is read again
    'session/session.tsx',
    'shell/person-menu.tsx',
  ]);
});

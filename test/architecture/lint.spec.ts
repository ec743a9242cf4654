import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ESLint } from 'eslint';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOMAIN = 'libs/actions/domain/action/action.decider.ts';
const FEATURE = 'libs/platform/streams/streams.ts';
const FORM = 'apps/web/src/pages/person/contact.tsx';

/**
 * Paths of existing files, which the type-aware rules need to find their project; the checked text is the one given
 * here.
 */
const BANS: readonly (readonly [what: string, file: string, text: string, rule: string])[] = [
  ['the event bus that loses events', FEATURE, "export { EventBus } from '@nestjs/cqrs';", 'no-restricted-imports'],
  ['sagas', FEATURE, "export { Saga } from '@nestjs/cqrs';", 'no-restricted-imports'],
  ['handlers of in-memory events', FEATURE, "export { EventsHandler } from '@nestjs/cqrs';", 'no-restricted-imports'],
  ['aggregate roots', FEATURE, "export { AggregateRoot } from '@nestjs/cqrs';", 'no-restricted-imports'],
  ['the event bus in the domain', DOMAIN, "export { EventBus } from '@nestjs/cqrs';", 'no-restricted-imports'],
  ['the time of the machine', FEATURE, 'export const now = () => Date.now();', 'no-restricted-syntax'],
  ['a date of the machine', FEATURE, 'export const today = () => new Date();', 'no-restricted-syntax'],
  ['chance', FEATURE, 'export const dice = () => Math.random();', 'no-restricted-syntax'],
  [
    'a table of texts that is an object',
    FEATURE,
    "export const OURS: Readonly<Record<string, string>> = { nb: 'nb' };",
    'no-restricted-syntax',
  ],
  [
    'a text looked for in an object',
    FEATURE,
    'const OURS = { nb: 1 };\nexport const isOurs = (it: string) => it in OURS;',
    'no-restricted-syntax',
  ],
  [
    'a field that cuts pasted text',
    FORM,
    'export const Name = () => <input maxLength={30} />;',
    'no-restricted-syntax',
  ],
  [
    'normalizing that is slow on combining marks',
    FEATURE,
    "export const composed = (text: string) => text.normalize('NFC');",
    'no-restricted-syntax',
  ],
  ['printing outside the command line', FEATURE, "export const say = () => console.log('x');", 'no-console'],
  ['Nest in the domain', DOMAIN, "export { Injectable } from '@nestjs/common';", 'no-restricted-imports'],
  ['TypeORM in the domain', DOMAIN, "export { Entity } from 'typeorm';", 'no-restricted-imports'],
  ['the database in the domain', DOMAIN, "export { Pool } from 'pg';", 'no-restricted-imports'],
  ['files in the domain', DOMAIN, "export { readFile } from 'node:fs/promises';", 'no-restricted-imports'],
  ['any', FEATURE, 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  ['a promise nobody waits for', FEATURE, 'Promise.resolve(1);', '@typescript-eslint/no-floating-promises'],
  ['a search that starts again at every sign', FEATURE, 'export const x = /\\d+ kr/;', 'regexp/no-super-linear-move'],
  [
    'a search that goes back and forth',
    FEATURE,
    'export const x = /^(?:a+)+$/;',
    'regexp/no-super-linear-backtracking',
  ],
  ['a silenced compiler', FEATURE, '// @ts-ignore\nexport const x = 1;', '@typescript-eslint/ban-ts-comment'],
];

describe('lint refuses', () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({ cwd: ROOT });
  });

  test.each(BANS)(
    '%s',
    async (_what, filePath, text, rule) => {
      const [result] = await eslint.lintText(`${text}\n`, { filePath: `${ROOT}/${filePath}` });
      expect([...new Set(result?.messages.map(({ ruleId }) => ruleId))]).toEqual([rule]);
    },
    30_000,
  );

  test('nothing where there is nothing to refuse', async () => {
    const [result] = await eslint.lintText('export const at = new Date(0);\n', { filePath: `${ROOT}/${FEATURE}` });
    expect(result?.messages).toEqual([]);
  });
});

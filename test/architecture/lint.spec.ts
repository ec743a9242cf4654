import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { ESLint, type Linter } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import { Role } from '#platform/identity';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DOMAIN = 'libs/actions/domain/action/action.decider.ts';
const MODULE = 'libs/actions/actions.module.ts';
const FEATURE = 'libs/platform/streams/streams.ts';
const FORM = 'apps/web/src/pages/person/contact.tsx';
const SPECIFICATION = 'libs/platform/streams/streams.spec.ts';
const SCRIPT = 'scripts/build.mjs';

/** A function that switches over a union and leaves out a member. */
const SWITCH = "export function f(x: 'a' | 'b') {\n  switch (x) {\n    case 'a':\n      return 1;\n  }\n}";

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
    'a role on a page that looks for a right',
    FORM,
    "export const mayPlan = (roles: readonly string[]) => roles.includes('unit-leader');",
    'no-restricted-syntax',
  ],
  [
    'a storage that may be full or forbidden',
    FORM,
    "export const chosen = () => localStorage.getItem('x');",
    'no-restricted-globals',
  ],
  ['a storage of the tab', FORM, "export const chosen = () => sessionStorage.getItem('x');", 'no-restricted-globals'],
  [
    'a storage as a property of the window',
    FORM,
    "export const chosen = () => window.localStorage.getItem('x');",
    'no-restricted-properties',
  ],
  [
    'normalizing that is slow on combining marks',
    FEATURE,
    "export const composed = (text: string) => text.normalize('NFC');",
    'no-restricted-syntax',
  ],
  [
    'a pool whose lost connection ends the process',
    FEATURE,
    "import { Pool } from 'pg';\nexport const pool = new Pool({ max: 1 });",
    'no-restricted-syntax',
  ],
  [
    'a pool of a context whose lost connection ends the process',
    MODULE,
    "import { Pool } from 'pg';\nexport const pool = new Pool({ max: 1 });",
    'no-restricted-syntax',
  ],
  [
    'a pool of a page',
    FORM,
    "import { Pool } from 'pg';\nexport const pool = new Pool({ max: 1 });",
    'no-restricted-syntax',
  ],
  [
    'a global context',
    MODULE,
    "import { Global, Module } from '@nestjs/common';\n@Global()\n@Module({})\nexport class ActionsModule {}",
    'no-restricted-syntax',
  ],
  [
    'a context made global where it is imported',
    MODULE,
    'export class ActionsModule {}\nexport const imported = { module: ActionsModule, global: true };',
    'no-restricted-syntax',
  ],
  ['the time of the machine in a context', MODULE, 'export const now = () => Date.now();', 'no-restricted-syntax'],
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
  [
    'a file inside a package of Nest',
    FEATURE,
    "export { PATH_METADATA } from '@nestjs/common/constants.js';",
    'no-restricted-imports',
  ],
  ['Express in the domain', DOMAIN, "export { Router } from 'express';", 'no-restricted-imports'],
  ['RxJS in the domain', DOMAIN, "export { Subject } from 'rxjs';", 'no-restricted-imports'],
  ['the time of the machine on a page', FORM, 'export const now = () => Date.now();', 'no-restricted-syntax'],
  [
    'the time of the machine in a specification',
    SPECIFICATION,
    'export const now = () => Date.now();',
    'no-restricted-syntax',
  ],
  ['an equality that converts', FEATURE, 'export const f = (x: unknown) => x == 1;', 'eqeqeq'],
  ['a file of more than 300 lines', FEATURE, 'export {};\n'.repeat(301), 'max-lines'],
  ['a specification of more than 300 lines', SPECIFICATION, 'export {};\n'.repeat(301), 'max-lines'],
  [
    'an import of a type as a value',
    FEATURE,
    "import { Clock } from '#platform/kernel';\nexport type Its = Clock;",
    '@typescript-eslint/consistent-type-imports',
  ],
  ['a switch that forgets a case', FEATURE, SWITCH, '@typescript-eslint/switch-exhaustiveness-check'],
  ['a variable that is not used', FEATURE, 'const x = 1;', '@typescript-eslint/no-unused-vars'],
  ['a variable that is not used in a script', SCRIPT, 'const x = 1;', 'no-unused-vars'],
  ['a name that a script does not have', SCRIPT, 'window.close();', 'no-undef'],
  [
    'a hook that is called sometimes',
    FORM,
    "import { useId } from 'react';\nexport const useIt = (x: boolean) => (x ? useId() : null);",
    'react-hooks/rules-of-hooks',
  ],
];

const { default: configuration } = (await import(`${ROOT}/eslint.config.mjs`)) as {
  default: readonly Linter.Config[];
};
/** The project's own blocks of the configuration; the others are presets. */
const own = configuration.filter(({ name }) => name === undefined);
const PRESETS = [reactHooks.configs.recommended.rules].flatMap((rules) => Object.keys(rules));
const optionsOf = (wanted: string): readonly unknown[] =>
  own.flatMap(({ rules = {} }) => Object.entries(rules).flatMap(([rule, entry]) => (rule === wanted ? [entry] : [])));
/** Names of NestJS's CQRS library that the configuration bans. */
const losesEvents = optionsOf('no-restricted-imports').flatMap((entry) => {
  const [, { paths }] = entry as [string, { paths: readonly { name: string; importNames: readonly string[] }[] }];
  return paths.flatMap(({ name, importNames }) => importNames.map((it) => ({ from: name, it })));
});
const selectors = optionsOf('no-restricted-syntax').flatMap((entry) =>
  entry === 'off' ? [] : (entry as readonly [string, ...{ message: string }[]]).slice(1),
) as readonly { readonly message: string }[];

describe('lint', () => {
  let eslint: ESLint;
  beforeAll(() => {
    eslint = new ESLint({ cwd: ROOT });
  });
  const messagesOf = async (filePath: string, text: string) => {
    const [result] = await eslint.lintText(`${text}\n`, { filePath: `${ROOT}/${filePath}` });
    return result!.messages;
  };

  const seen = new Set<string>();
  test.each(BANS)(
    'refuses %s',
    async (_what, filePath, text, rule) => {
      const messages = await messagesOf(filePath, text);
      expect([...new Set(messages.map(({ ruleId }) => ruleId))]).toEqual([rule]);
      for (const { message } of messages) seen.add(message);
    },
    30_000,
  );

  test('has an example here for every rule of the configuration', () => {
    const rules = own.flatMap(({ rules = {} }) =>
      Object.entries(rules).flatMap(([rule, entry]) => (entry === 'off' ? [] : [rule])),
    );
    expect(rules.length).toBeGreaterThan(9);
    const proven = new Set(BANS.map(([, , , rule]) => rule));
    expect([...new Set(rules)].filter((rule) => !proven.has(rule) && !PRESETS.includes(rule))).toEqual([]);
  });

  test('has an example here for every restricted syntax of the configuration', () => {
    expect(selectors.length).toBeGreaterThan(5);
    expect(selectors.map(({ message }) => message).filter((message) => !seen.has(message))).toEqual([]);
  });

  test('bans the same syntax everywhere, but for specifications and the files that wrap it', () => {
    const bansOf = ({ rules = {} }: Linter.Config) => {
      const entry = rules['no-restricted-syntax'] as readonly [string, ...{ message: string }[]] | 'off' | undefined;
      return entry === undefined || entry === 'off' ? undefined : entry.slice(1).map((ban) => JSON.stringify(ban));
    };
    const [everywhere, ...others] = own.filter((block) => bansOf(block) !== undefined);
    expect(everywhere!.files).toEqual(['**/*.ts', '**/*.tsx']);
    const fewer = others.filter((block) => !bansOf(everywhere!)!.every((ban) => bansOf(block)!.includes(ban)));
    expect(fewer.map(({ files }) => files)).toEqual([['**/*.spec.ts', '**/*.examples.ts', 'test/**/*.ts']]);
  });

  test('refuses every import that loses events', async () => {
    expect(losesEvents.length).toBeGreaterThan(5);
    const text = losesEvents.map(({ from, it }) => `export { ${it} } from '${from}';`).join('\n');
    const messages = await messagesOf(FEATURE, text);
    const refused = messages.flatMap(({ message }) => /^'(\w+)' import/.exec(message)?.[1] ?? []);
    expect([...new Set(losesEvents.map(({ it }) => it))].filter((it) => !refused.includes(it))).toEqual([]);
  }, 30_000);

  test('refuses every role on a page, except where people of that role are asked for', async () => {
    const text = Role.options.map((role, nr) => `export const r${nr} = ['${role}'];`).join('\n');
    const refused = (await messagesOf(FORM, text)).map(({ line }) => Role.options[line - 1]);
    expect(refused).toEqual(Role.options);
    expect(await messagesOf(FORM, "export const query = { role: 'teacher' };")).toEqual([]);
  }, 30_000);

  test('accepts correct code', async () => {
    expect(await messagesOf(FEATURE, 'export const at = new Date(0);')).toEqual([]);
  });
});

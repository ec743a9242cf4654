import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { contexts } from '../../apps/composition/src/index.js';

const LIBS = fileURLToPath(new URL('../../libs/', import.meta.url));

const filesOf = (pattern: string) =>
  globSync(pattern, { cwd: LIBS }).map((path) => readFileSync(`${LIBS}${path}`, 'utf8'));
const textOf = (pattern: string) => filesOf(pattern).join('\n');
const commandsIn = (text: string) => [
  ...new Set([...text.matchAll(/readonly type: '(\w+)'/g)].map(([, name]) => name!)),
];

/** The example functions that make this command: specifications may call one of them instead. */
const makersOf = (command: string, examples: string): readonly string[] =>
  examples
    .split(/^export const /m)
    .filter((part) => part.includes(`type: '${command}'`))
    .map((part) => /^\w+/.exec(part)![0]);

const names = (text: string, word: string) => new RegExp(String.raw`\b${word}\b`).test(text);

describe.each(contexts)('the specifications of $name', ({ name, streams, refusals }) => {
  const files = filesOf(`${name}/domain/**/*.commands.ts`);
  const specs = textOf(`${name}/**/*.spec.ts`);
  const whole = textOf('../test/**/*.spec.ts');

  test('use every command', () => {
    expect(files).toHaveLength(streams.length);
    expect(files.filter((text) => commandsIn(text).length === 0)).toEqual([]);
    const examples = textOf(`${name}/domain/**/*.examples.ts`);
    const isGiven = (command: string) =>
      specs.includes(`type: '${command}'`) || makersOf(command, examples).some((maker) => names(specs, maker));
    expect(commandsIn(files.join('\n')).filter((command) => !isGiven(command))).toEqual([]);
  });

  test('use every refusal', () => {
    const rules = [...new Set(refusals.flatMap((texts) => Object.keys(texts)))];
    // Some are specified over HTTP, on the whole application.
    expect(rules.filter((rule) => !`${specs}${whole}`.includes(`'${rule}'`))).toEqual([]);
  });
});

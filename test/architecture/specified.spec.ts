import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const LIBS = fileURLToPath(new URL('../../libs/', import.meta.url));
/** Fewest commands and refusals of each context: with fewer, the search would have missed some. */
const CONTEXTS = { actions: 9, alerts: 2, meetings: 9, registry: 9 };

const textOf = (pattern: string) =>
  globSync(pattern, { cwd: LIBS })
    .map((path) => readFileSync(`${LIBS}${path}`, 'utf8'))
    .join('\n');
const found = (pattern: RegExp, text: string) => [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))];

/** A context's commands and refusals, and the names that its specifications use. */
const sourcesOf = (context: string) => ({
  commands: found(/readonly type: '(\w+)'/g, textOf(`${context}/domain/**/*.commands.ts`)),
  rules: found(/^ {2}([A-Z][A-Z_]+): \{$/gm, textOf(`${context}/domain/**/*.{refusals,rules}.ts`)),
  specs: textOf(`${context}/**/*.spec.ts`),
  examples: textOf(`${context}/domain/**/*.examples.ts`),
});

/** The example functions that make this command: specifications may call one of them instead. */
const makersOf = (command: string, examples: string): readonly string[] =>
  examples
    .split(/^export const /m)
    .filter((part) => part.includes(`type: '${command}'`))
    .map((part) => /^\w+/.exec(part)![0]);

const names = (text: string, word: string) => new RegExp(String.raw`\b${word}\b`).test(text);

describe.each(Object.entries(CONTEXTS))('the specifications of %s', (context, least) => {
  const { commands, rules, specs, examples } = sourcesOf(context);

  test('know every command', () => {
    expect(commands.length).toBeGreaterThanOrEqual(least);
    const isGiven = (command: string) =>
      specs.includes(`type: '${command}'`) || makersOf(command, examples).some((maker) => names(specs, maker));
    expect(commands.filter((command) => !isGiven(command))).toEqual([]);
  });

  test('know every refusal', () => {
    expect(rules.length).toBeGreaterThanOrEqual(least);
    expect(rules.filter((rule) => !specs.includes(`'${rule}'`))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const LIBS = join(import.meta.dirname, '..', '..', 'libs');
const DECLARES_PART = /^export class \w+ extends (?:Command|Query)\b|^@(?:CommandHandler|QueryHandler|Controller)\(/m;
const PART = /^@(CommandHandler|QueryHandler|Controller)\([^\n]*\)\nexport class (\w+)/gm;

const typeScriptIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec|\.examples)\.ts$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** The folders of use cases and of questions that contexts have, each with an index that their module reads. */
const folders = readdirSync(LIBS)
  .filter((context) => context !== 'platform')
  .flatMap((context) => ['features', 'read-models'].map((kind) => join(LIBS, context, kind)))
  .map((folder) => ({ folder, files: filesWithParts(folder) }))
  .filter(({ files }) => files.length > 0);

function filesWithParts(folder: string): readonly string[] {
  try {
    return typeScriptIn(folder).filter((path) => DECLARES_PART.test(readFileSync(path, 'utf8')));
  } catch {
    return [];
  }
}

test('contexts with use cases are found', () => {
  expect(folders.length).toBeGreaterThan(5);
});

describe.each(folders.map(({ folder, files }) => ({ name: relative(LIBS, folder), folder, files })))(
  '$name',
  ({ folder, files }) => {
    test('the index exports every command, query, handler and controller, so that the module has them all', () => {
      const index = readFileSync(join(folder, 'index.ts'), 'utf8');
      const lines = files.map((path) => `export * from './${relative(folder, path).replace(/\.ts$/, '.js')}';`);
      expect(lines.filter((line) => !index.includes(line))).toEqual([]);
    });

    test('class names end in Handler or Controller, so that the module finds them', () => {
      const names = files.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(PART)]);
      const wrong = names.filter(([, kind, name]) => !name!.endsWith(kind === 'Controller' ? 'Controller' : 'Handler'));
      expect(wrong.map(([, , name]) => name)).toEqual([]);
    });
  },
);

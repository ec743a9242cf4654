import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { OF_ACTIONS } from '../parts/action-row/texts-of-actions.js';

// A page whose texts load after it is shown disappears meanwhile: every page must list all of its texts.

const SOURCES = join(import.meta.dirname, '..');
/** Namespaces loaded before any page. */
const OF_EVERYONE = ['shell', 'parts'];
const LOADED = /withTexts\(\s*\(\) => import\('([^']+)'\),\s*([^)]+)\)/g;

interface LoadedPart {
  readonly source: string;
  readonly texts: readonly string[];
}

function loadedIn(path: string): LoadedPart[] {
  const file = join(SOURCES, path);
  const spread = `...OF_ACTIONS`;
  return [...readFileSync(file, 'utf8').matchAll(LOADED)].map(([, source, texts]) => ({
    source: join(dirname(file), source!.replace(/\.js$/, '.tsx')),
    texts: texts!
      .split(',')
      .map((it) => it.trim())
      // a list over several lines ends with a comma
      .filter((it) => it !== '')
      .flatMap((it) => (it === spread ? OF_ACTIONS : it.replaceAll("'", ''))),
  }));
}

const STATIC_IMPORT = /^(?:import|export)\s(?!type\s)[^;]*?from '(\.[^']+)'/gm;
/** Parts that a page loads by itself, such as forms; a part loaded by `withTexts` brings its own texts. */
const LATER = /(?<!withTexts\(\s*\(\) => )import\('(\.[^']+)'\)/g;

/** The source with all static and dynamic imports. */
function whole(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, path] of [...text.matchAll(STATIC_IMPORT), ...text.matchAll(LATER)]) {
    const source = join(dirname(file), path!).replace(/\.js$/, '.ts');
    const found = [source, `${source}x`].find((it) => existsSync(it));
    if (found) whole(found, seen);
  }
  return seen;
}

const shown = (file: string) =>
  [...whole(file)]
    .flatMap((it) => [...readFileSync(it, 'utf8').matchAll(/useTranslation\(([^)]*)\)/g)])
    .flatMap(([, of]) => [...of!.matchAll(/'([^']+)'/g)].map(([, name]) => name!))
    .filter((name) => !OF_EVERYONE.includes(name));

/** Files other than the routes that load parts by themselves. */
const PARTS = ['pages/start/page.tsx', 'pages/meeting/stages.ts', 'pages/meeting/filed/stage.ts'];
const parts = ['app/routes.tsx', ...PARTS].flatMap(loadedIn);

test('every page is loaded with its texts', () => {
  const routes = readFileSync(join(SOURCES, 'app/routes.tsx'), 'utf8');
  expect(routes.match(/import\(/g)).toHaveLength(loadedIn('app/routes.tsx').length);
  for (const path of PARTS)
    expect(readFileSync(join(SOURCES, path), 'utf8').match(/lazyPart\(/g)).toHaveLength(loadedIn(path).length);
});

test.each(parts.map((part) => [part.source.slice(SOURCES.length + 1), part] as const))(
  '%s brings every text that can be shown on it, and no other',
  (_, { source, texts }) => {
    expect([...texts].sort()).toEqual([...new Set(shown(source))].sort());
  },
);

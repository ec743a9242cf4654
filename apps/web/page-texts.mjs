import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Namespaces that are loaded before any page (`words/language.ts`). */
const OF_EVERYONE = ['shell', 'parts'];
const USED = /useTranslation\(([^)]*)\)/g;

/**
 * The texts of each page alone, as files in one folder named by their content: `<language>/<number of the page>.json`.
 * On a first visit a page waits for these few kilobytes, not for all texts of the language.
 */
export function pageTexts(pages, texts, moduleInfo) {
  const files = pages.flatMap(({ source }, nr) => {
    const namespaces = new Set([...OF_EVERYONE, ...namespacesFrom(source, moduleInfo)]);
    return Object.entries(texts).map(([language, all]) => [
      `${language}/${nr}.json`,
      JSON.stringify(Object.fromEntries(Object.entries(all).filter(([name]) => namespaces.has(name)))),
    ]);
  });
  const hash = createHash('sha256').update(JSON.stringify(files)).digest('base64url').slice(0, 8);
  return { folder: `assets/texts-${hash}`, files };
}

/** The namespaces used by a page and by everything that it imports, at once or later. */
function namespacesFrom(page, moduleInfo) {
  const used = new Set();
  const reached = new Set();
  for (const ways = [page]; ways.length > 0;) {
    const id = ways.pop();
    if (reached.has(id) || !/\/src\/.*\.tsx?$/.test(id)) continue;
    reached.add(id);
    for (const [, names] of readFileSync(id, 'utf8').matchAll(USED))
      for (const [, name] of names.matchAll(/'([^']+)'/g)) used.add(name);
    const { importedIds, dynamicallyImportedIds } = moduleInfo(id);
    ways.push(...importedIds, ...dynamicallyImportedIds);
  }
  return used;
}

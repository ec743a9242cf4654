import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROUTES = join(import.meta.dirname, 'src', 'app', 'routes.tsx');

/** A route of `routes.tsx`: path, and the module of its page. */
const ROUTE = /'([^']+)': \(\) =>\s*withTexts\(\s*\(\) => import\('([^']+)'\)/g;
/** A read that follows from the page's path alone: no query, no condition. */
const READ = /useRead\('(\/api\/[^']+)'(?:, \{ path: \{ ([\w, ]+) \} \})?\)/g;

/**
 * The pages of `routes.tsx`, the most specific path first, each with its source file and with the reads that can be sent
 * before it has loaded (ADR 0281), with `{1}` for the first parameter of its path.
 */
export function earlyPages() {
  return pagesOf(readFileSync(ROUTES, 'utf8')).map((page) => {
    const names = [...page.path.matchAll(/:(\w+)/g)].map(([, name]) => name);
    return { ...page, reads: readsOf(readFileSync(page.source, 'utf8'), names) };
  });
}

function pagesOf(routes) {
  const open = routes.indexOf('const OPEN');
  return [...routes.matchAll(ROUTE)]
    .map(({ 1: path, 2: module, index }) => ({
      path,
      source: join(dirname(ROUTES), module).replace(/\.js$/, '.tsx'),
      isBehindSignIn: index < open,
    }))
    .sort((a, b) => unknowns(a.path) - unknowns(b.path));
}
const unknowns = (path) => (path === '*' ? Infinity : path.split(':').length);

/** The reads that a page's source asks for whatever its state, with `{1}` for the first parameter of its path. */
function readsOf(source, names) {
  return [...source.matchAll(READ)].flatMap(([, read, given]) => {
    const own = given?.split(', ') ?? [];
    if (!own.every((name) => names.includes(name))) return [];
    return [read.replaceAll(/\{(\w+)\}/g, (_, name) => `{${names.indexOf(name) + 1}}`)];
  });
}

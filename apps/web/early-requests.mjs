import { createHash } from 'node:crypto';
import { readFileSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, normalizePath } from 'vite';
import { earlyPages } from './early-pages.mjs';

const SOURCES = join(import.meta.dirname, 'src');
const SCRIPT = join(SOURCES, 'early', 'send-early.ts');

/**
 * Puts into the page's HTML a script that requests at once what the page of the URL needs: its chunks, all texts of the
 * language in one file, the session and the first reads. Everything is derived: the pages from `routes.tsx`, the chunks
 * from the build, the reads from the pages' sources. The HTML also gets the version of the pages (ADR 0365).
 */
export function earlyRequests() {
  const texts = {};
  return {
    name: 'samspill-early-requests',
    apply: 'build',
    buildStart() {
      for (const [language, source] of Object.entries(textsByLanguage()))
        texts[language] = this.emitFile({ type: 'asset', name: `texts-${language}.json`, source });
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle }) {
        if (!bundle) return html;
        const files = Object.values(bundle);
        const entry = files.find((it) => it.isEntry);
        const shell = chunksFrom(entry, bundle);
        const start = {
          styles: files
            .map((it) => it.fileName)
            .filter((name) => name.endsWith('.css'))
            .map(address),
          scripts: shell.map(address),
          texts: Object.fromEntries(
            Object.keys(texts).map((language) => [language, address(textsFile(files, language))]),
          ),
          pages: earlyPages().map((page) => startOf(page, bundle, shell)),
        };
        const code = await compiled(start);
        // The files of texts are data of their own: the application needs them also where the script may not run.
        const data = `<script type="application/json" id="texts">${JSON.stringify(start.texts)}</script>`;
        const version = `<meta name="samspill-pages" content="${versionOf(html + data + code)}" />`;
        return html.replace('<title>', () => `${version}\n    ${data}\n    <script>${code}</script>\n    <title>`);
      },
    },
  };
}

/** Version of the pages: their HTML names every file by its content, so each change of a file changes it. */
const versionOf = (html) => createHash('sha256').update(html).digest('base64url').slice(0, 16);

const address = (file) => `/${file}`;
const textsFile = (files, language) =>
  files.find(({ fileName }) => basename(fileName).startsWith(`texts-${language}-`)).fileName;

/** All texts of each language, by the name of the folder that holds `texts/`. */
function textsByLanguage() {
  const all = {};
  for (const path of globSync('**/texts/*.json', { cwd: SOURCES }).sort()) {
    const language = basename(path, '.json');
    const namespace = basename(dirname(dirname(path)));
    (all[language] ??= {})[namespace] = JSON.parse(readFileSync(join(SOURCES, path), 'utf8'));
  }
  return Object.fromEntries(Object.entries(all).map(([language, texts]) => [language, JSON.stringify(texts)]));
}

function startOf({ path, source, reads, isBehindSignIn }, bundle, shell) {
  const module = normalizePath(source);
  const chunk = Object.values(bundle).find((it) => it.type === 'chunk' && it.moduleIds.includes(module));
  if (!chunk) throw new Error(`No chunk holds ${module}, the page of ${path}`);
  return {
    route: path,
    path: path === '*' ? '' : `^${path.replaceAll(/:\w+/g, '([^/]+)').replace(/\/$/, '')}/?$`,
    scripts: chunksFrom(chunk, bundle)
      .filter((name) => !shell.includes(name))
      .map(address),
    reads,
    isBehindSignIn,
  };
}

/** File names of a chunk and everything that it imports at once. */
function chunksFrom(first, bundle) {
  const reached = new Set();
  for (const ways = [first.fileName]; ways.length > 0;) {
    const name = ways.pop();
    if (reached.has(name)) continue;
    reached.add(name);
    ways.push(...(bundle[name]?.imports ?? []));
  }
  return [...reached];
}

/** The script as one minified function. */
async function compiled(start) {
  const { output } = await build({
    configFile: false,
    logLevel: 'silent',
    define: { START: JSON.stringify(start) },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: SCRIPT, output: { format: 'iife' } },
    },
  });
  const { code } = output[0];
  return code.trim().replaceAll('</', '<\\/');
}

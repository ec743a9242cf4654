import { createHash } from 'node:crypto';
import { readFileSync, globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { build, normalizePath } from 'vite';
import { earlyPages } from './early-pages.mjs';
import { pageTexts } from './page-texts.mjs';

const SOURCES = join(import.meta.dirname, 'src');
const SCRIPT = join(SOURCES, 'early', 'send-early.ts');
const FIRST_READS = join(SOURCES, 'early', 'first-reads');

/**
 * Puts into the page's HTML a script that requests at once what the page of the URL needs: its chunks, its texts in one
 * file, the session and the first reads. Everything is derived: the pages from `routes.tsx`, the chunks from the build,
 * the reads and texts from the pages' sources. The HTML also gets the version of the pages (ADR 0365).
 */
export function earlyRequests() {
  const texts = {};
  const all = textsByLanguage();
  const pages = earlyPages();
  let textsFolder;
  return {
    name: 'samspill-early-requests',
    apply: 'build',
    buildStart() {
      for (const [language, of] of Object.entries(all))
        texts[language] = this.emitFile({ type: 'asset', name: `texts-${language}.json`, source: JSON.stringify(of) });
    },
    generateBundle() {
      const { folder, files } = pageTexts(pages, all, (id) => this.getModuleInfo(id));
      textsFolder = address(folder);
      for (const [name, source] of files) this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source });
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
          textsFolder,
          parts: partsNamed(bundle, shell),
          pages: pages.map((page) => startOf(page, bundle, shell)),
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
  return all;
}

function startOf({ path, source, reads, isBehindSignIn }, bundle, shell) {
  return {
    route: path,
    path: path === '*' ? '' : `^${path.replaceAll(/:\w+/g, '([^/]+)').replace(/\/$/, '')}/?$`,
    scripts: scriptsOf(source, bundle, shell),
    reads,
    isBehindSignIn,
  };
}

/** A part of a page that first reads name. */
const PART = /\bpart\('([^']+)'\)/g;

/** The scripts of each part that is named there. */
const partsNamed = (bundle, shell) =>
  Object.fromEntries(
    globSync('*.ts', { cwd: FIRST_READS })
      .flatMap((file) => [...readFileSync(join(FIRST_READS, file), 'utf8').matchAll(PART)])
      .map(([, name]) => [name, scriptsOf(join(SOURCES, `${name}.tsx`), bundle, shell)]),
  );

/** The scripts that hold a module and everything that it imports at once, without the shell's. */
function scriptsOf(source, bundle, shell) {
  const module = normalizePath(source);
  const chunk = Object.values(bundle).find((it) => it.type === 'chunk' && it.moduleIds.includes(module));
  if (!chunk) throw new Error(`No chunk holds ${module}`);
  return chunksFrom(chunk, bundle)
    .filter((name) => !shell.includes(name))
    .map(address);
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
      rolldownOptions: {
        input: SCRIPT,
        output: { format: 'iife' },
        // of the libraries it holds only what it uses
        treeshake: {
          moduleSideEffects: [
            { test: /send-early/, sideEffects: true },
            { test: /./, sideEffects: false },
          ],
        },
      },
    },
  });
  const { code } = output[0];
  return code.trim().replaceAll('</', '<\\/');
}

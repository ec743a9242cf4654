import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Third-party packages that are not bundled with the pages but shipped with them, by package and reason. */
const BESIDE = ['date-holidays'];
const PDF_FONT = new URL('../../libs/platform/pdf/fonts/OFL.txt', import.meta.url);
const IN_A_PACKAGE = /^(.*\/node_modules\/((?:@[^/]+\/)?[^/]+))\//;
const NOTICE = /^(licen[cs]e|copying|notice)(\.|$|-)/i;

/**
 * Writes `tredjepart.txt` beside the pages: every bundled package with its licence and licence text, as those licences
 * require.
 */
export function thirdPartyNotices() {
  return {
    name: 'samspill:third-party-notices',
    apply: 'build',
    generateBundle() {
      const folders = new Map();
      for (const id of this.getModuleIds()) {
        const [, folder, name] = IN_A_PACKAGE.exec(id.replaceAll('\\', '/')) ?? [];
        if (name !== undefined && !id.startsWith('\0')) folders.set(name, folder);
      }
      for (const name of [...importedByStyles(), ...BESIDE])
        folders.set(name, join(import.meta.dirname, '..', '..', 'node_modules', name));
      const notices = [...folders].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, folder]) => noticeOf(folder));
      const font = `Inter (in PDF files)\nOFL-1.1\n\n${readFileSync(PDF_FONT, 'utf8').trim()}`;
      this.emitFile({
        type: 'asset',
        fileName: 'tredjepart.txt',
        source: `${INTRODUCTION}\n\n${[...notices, font].join(`\n\n${'-'.repeat(72)}\n\n`)}\n`,
      });
    },
  };
}

/** Style sheets import packages directly, and their files are no modules of the build. */
function importedByStyles() {
  const sources = join(import.meta.dirname, 'src');
  const sheets = readdirSync(sources, { recursive: true }).filter((file) => file.endsWith('.css'));
  return sheets.flatMap((file) =>
    [...readFileSync(join(sources, file), 'utf8').matchAll(/@import '((?:@[^/']+\/)?[^/'.]+)/g)].map(
      ([, name]) => name,
    ),
  );
}

const INTRODUCTION =
  'Samspill is licensed under EUPL-1.2. It contains the following work of others.\n' +
  'Public holidays: date-holidays, data under CC-BY-3.0 (https://creativecommons.org/licenses/by/3.0/).';

function noticeOf(folder) {
  const { name, version, license, author, homepage } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => NOTICE.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8').trim());
  const by = typeof author === 'string' ? author : author?.name;
  return [`${name} ${version}`, license ?? 'see its text', ...[by, homepage].filter(Boolean), '', ...texts]
    .join('\n')
    .trim();
}

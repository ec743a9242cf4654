import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { openBrowser, seat } from './browser.js';
import { demoAt, discover, type Discovered } from './discover.js';
import { PAGES } from './pages.table.js';
import type { SeenPage } from './seen-page.js';
import { watchRequests } from './settled.js';

// Takes pictures of every page of the table in a running demo; called by `npm run screenshots`.

interface Look {
  readonly name: string;
  readonly language: 'nb' | 'nn' | 'en';
  readonly options: BrowserContextOptions;
  readonly media?: 'print';
  /** Pages taken this way; all if undefined. */
  readonly of?: (page: SeenPage) => boolean;
}
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 320, height: 640 };
const LOOKS: readonly Look[] = [
  { name: 'wide', language: 'nb', options: { viewport: WIDE, colorScheme: 'light' } },
  { name: 'wide-dark', language: 'nb', options: { viewport: WIDE, colorScheme: 'dark' } },
  { name: 'narrow', language: 'nb', options: { viewport: NARROW, colorScheme: 'light' } },
  { name: 'narrow-dark', language: 'nb', options: { viewport: NARROW, colorScheme: 'dark' } },
  { name: 'nynorsk', language: 'nn', options: { viewport: WIDE, colorScheme: 'light' } },
  {
    name: 'english',
    language: 'en',
    options: { viewport: WIDE, colorScheme: 'light' },
    of: ({ path, refuses }) => path === undefined && refuses === undefined,
  },
  {
    name: 'paper',
    language: 'nb',
    options: { viewport: { width: 794, height: 1123 } },
    media: 'print',
    of: ({ printed }) => printed === true,
  },
];

const [address, folder, ...wanted] = process.argv.slice(2);
if (!address || !folder) throw new Error('take-screenshots <address> <folder> [page or look …]');
const isWanted = (page: SeenPage, look: Look) => {
  const looks = wanted.filter((it) => LOOKS.some(({ name }) => name === it));
  const pages = wanted.filter((it) => !looks.includes(it));
  return (
    (looks.length === 0 || looks.includes(look.name)) &&
    (pages.length === 0 || pages.some((it) => page.name.startsWith(it))) &&
    (look.of?.(page) ?? true)
  );
};

const found = await discover(address);
if (wanted.length === 0) await rm(folder, { recursive: true, force: true });
const browser = await openBrowser();
const faults: string[] = [];
try {
  for (const look of LOOKS) await takeLook(browser, look, found);
} finally {
  await browser.close();
}
await writeFile(join(folder, 'index.html'), contents());
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${join(folder, 'index.html')}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

async function takeLook(on: Browser, look: Look, there: Discovered): Promise<void> {
  await mkdir(join(folder!, look.name), { recursive: true });
  const pages = PAGES.filter((page) => isWanted(page, look));
  for (const as of new Set(pages.map((page) => page.as))) {
    const demo = demoAt(address!);
    const personId = as && there.people.get(as);
    if (as && !personId) {
      faults.push(`${look.name}: the demo has no ${as}`);
      continue;
    }
    const person = personId ? { tenant: demo.tenant, personId } : undefined;
    const { page, context, open, leave, complaints } = await seat(on, demo, person, look.options);
    await context.addInitScript((language) => localStorage.setItem('samspill.language', language), look.language);
    const settled = watchRequests(page);
    for (const seen of pages.filter((it) => it.as === as)) {
      try {
        await page.emulateMedia({ media: 'screen' });
        await open(seen.path?.(there) ?? seen.route);
        await settled();
        await seen.then?.(page);
        await settled();
        if (look.media) await page.emulateMedia({ media: look.media });
        await page.screenshot({ path: join(folder!, look.name, `${seen.name}.png`), fullPage: true });
      } catch (fault) {
        faults.push(`${look.name}/${seen.name}: ${(fault as Error).message.split('\n', 1)[0]}`);
      }
    }
    faults.push(...complaints.map((complaint) => `${look.name}, ${as ?? 'nobody'}: ${complaint}`));
    await leave();
  }
}

/** All pictures on one page, one row per page. */
function contents(): string {
  const rows = PAGES.map((page) => {
    const cells = LOOKS.map(({ name, of }) => {
      const source = `${name}/${page.name}.png`;
      return `<td>${(of?.(page) ?? true) ? `<a href="${source}"><img src="${source}" alt="" loading="lazy"></a>` : ''}</td>`;
    });
    return `<tr><th>${page.name}<br><small>${page.as ?? ''} ${page.route}</small></th>${cells.join('')}</tr>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Samspill: every page</title>
<style>body{font:14px sans-serif}img{width:15rem;border:1px solid #ccc}th,td{vertical-align:top;text-align:left;padding:.5rem}thead th{position:sticky;top:0;background:#fff}</style>
<table><thead><tr><th></th>${LOOKS.map(({ name }) => `<th>${name}</th>`).join('')}</tr></thead>${rows.join('\n')}</table>
`;
}

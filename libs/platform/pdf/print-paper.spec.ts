import { describe, expect, test } from '@jest/globals';
import { linesOf } from './lines.js';
import type { Block, Paper } from './paper.js';
import { printPaper } from './print-paper.js';
import { readPdf, type ReadElement } from './read-structure.examples.js';

const paper = (blocks: readonly Block[], changes: Partial<Paper> = {}): Paper => ({
  title: 'Prøve på et papir',
  language: 'nn',
  author: 'Demovik',
  at: new Date('2026-11-19T12:00:00Z'),
  notice: null,
  foot: 'Solbakken skole',
  pageOf: (page, pages) => `Side ${page} av ${pages}`,
  blocks,
  ...changes,
});
const read = async (blocks: readonly Block[], changes?: Partial<Paper>) =>
  readPdf(await printPaper(paper(blocks, changes), { compress: false }));
/** Types and texts as a tree for comparison. */
const outline = ({ type, text, children }: ReadElement): unknown =>
  children.length === 0 ? `${type}: ${text}` : [type, ...children.map(outline)];
const all = (element: ReadElement, type: string): readonly ReadElement[] => [
  ...(element.type === type ? [element] : []),
  ...element.children.flatMap((child) => all(child, type)),
];

test('the structure tree has the text in reading order, with its element types', async () => {
  const { structure, artifacts, language, title, pages } = await read(
    [
      { kind: 'title', text: 'Solbakken skole', under: 'ordinært møte' },
      { kind: 'facts', facts: [{ label: 'Stad', text: 'Møterommet' }] },
      { kind: 'heading', text: 'Saker' },
      { kind: 'list', items: [{ text: 'Språkmiljø', details: ['Tema: språk'] }] },
      { kind: 'heading', text: 'Tiltak' },
      {
        kind: 'table',
        columns: [
          { head: 'Tiltak', width: 2 },
          { head: 'Frist', width: 1 },
        ],
        rows: [[{ text: 'Hente Deaŋu og Kárášjohka inn', details: ['System'] }, { text: '7.12.2026' }]],
      },
      { kind: 'paragraph', text: 'Slutt.' },
    ],
    { notice: { text: 'Demodata: oppdikta.', mark: 'Demodata' } },
  );
  expect(outline(structure)).toEqual([
    'Document',
    'P: Demodata: oppdikta.',
    'H1: Solbakken skole',
    'P: ordinært møte',
    ['L', ['LI', 'Lbl: Stad', 'LBody: Møterommet']],
    'H2: Saker',
    ['L', ['LI', 'Lbl: •', 'LBody: Språkmiljø Tema: språk']],
    'H2: Tiltak',
    [
      'Table',
      ['THead', ['TR', 'TH: Tiltak', 'TH: Frist']],
      ['TBody', ['TR', 'TH: Hente Deaŋu og Kárášjohka inn System', 'TD: 7.12.2026']],
    ],
    'P: Slutt.',
  ]);
  expect(all(structure, 'TH').map(({ scope }) => scope)).toEqual(['Column', 'Column', 'Row']);
  expect(artifacts).toEqual(['Demodata · Solbakken skole', 'Side 1 av 1']);
  expect([language, title, pages]).toEqual(['nn-NO', 'Prøve på et papir', 1]);
});

const rows = (count: number, text: (i: number) => string): Block => ({
  kind: 'table',
  columns: [
    { head: 'Tiltak', width: 2 },
    { head: 'Frist', width: 1 },
  ],
  rows: Array.from({ length: count }, (_, i) => [{ text: text(i) }, { text: `${i}` }]),
});

const picture = (changes: Partial<Extract<Block, { kind: 'picture' }>> = {}): Block => ({
  kind: 'picture',
  alt: 'Dekninga er 91 %, som før (grå).',
  height: 100,
  margin: { left: 30, right: 70, bottom: 16 },
  shapes: [
    { kind: 'strip', x: 0, width: 40 },
    {
      kind: 'line',
      through: [
        { x: 0, y: 50 },
        { x: 100, y: 50 },
      ],
      as: 'dashed',
    },
    { kind: 'label', at: { x: 100, y: 50 }, text: '91 %', dx: 5 },
    { kind: 'mark', at: { x: 20, y: 30 }, as: 'diamond' },
    { kind: 'mark', at: { x: 80, y: 60 }, as: 'ring' },
  ],
  ...changes,
});

describe('a picture', () => {
  test('is a figure with the text that a screen reader reads in its place, and where it is', async () => {
    const bytes = await printPaper(paper([{ kind: 'title', text: 'T', under: 'U' }, picture()]), { compress: false });
    const { structure } = readPdf(bytes);
    const [figure] = all(structure, 'Figure');
    expect([figure!.alt, figure!.text]).toEqual(['Dekninga er 91 %, som før (grå).', '91 %']);
    const [, left, bottom, right, top] = /\/BBox \[([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+)\]/.exec(
      bytes.toString('latin1'),
    )!;
    // Over the whole width; 8 points above the picture, 16 below it.
    expect([Number(left), Number(right)]).toEqual([64, expect.closeTo(595.28 - 56, 1)]);
    expect(Number(top) - Number(bottom)).toBeCloseTo(124, 5);
  });

  test('is drawn within its page, and never over the end of one', async () => {
    const { structure, pages } = await read(Array.from({ length: 7 }, () => picture()));
    expect([pages, all(structure, 'Figure').length]).toEqual([2, 7]);
  });

  test('changes no drawing after it', async () => {
    const bytes = await printPaper(paper([picture(), rows(1, () => 'etter')]), { compress: false });
    const content = bytes.toString('latin1');
    // The dashes of a limit end with it.
    expect(content.match(/\[3 4\] 0 d/g)).toHaveLength(1);
    expect(content.lastIndexOf('[] 0 d')).toBeGreaterThan(content.indexOf('[3 4] 0 d'));
  });
});

test('a question to be answered by hand has lines to write on, which are not read aloud', async () => {
  const { structure } = await read([{ kind: 'writing', text: 'Kva held de fram med?', lines: 3 }]);
  expect(outline(structure)).toEqual(['Document', 'P: Kva held de fram med?']);
});

test('what follows a page break is on the next page', async () => {
  const { pages } = await read([
    { kind: 'paragraph', text: 'ein' },
    { kind: 'page' },
    { kind: 'paragraph', text: 'to' },
  ]);
  expect(pages).toBe(2);
});

describe('a table over several pages', () => {
  test('has its header on each page, and only once in the structure tree', async () => {
    const { structure, artifacts, pages } = await read([rows(80, (i) => `Tiltak nummer ${i}`)]);
    expect(pages).toBeGreaterThan(2);
    expect(all(structure, 'THead')).toHaveLength(1);
    expect(artifacts.filter((text) => text === 'Tiltak')).toHaveLength(pages - 1);
    expect(all(structure, 'TR')).toHaveLength(81);
    expect(all(structure, 'TD').map(({ text }) => text)).toEqual(Array.from({ length: 80 }, (_, i) => `${i}`));
  });

  test('shows all of a row that is longer than a page', async () => {
    const words = Array.from({ length: 1_500 }, (_, i) => `ord${i}`);
    const { structure, pages } = await read([rows(2, () => words.join(' '))]);
    expect(pages).toBeGreaterThan(2);
    const cells = all(structure, 'TH').filter(({ scope }) => scope === 'Row');
    expect(cells.map(({ text }) => text.split(' '))).toEqual([words, words]);
  });
});

test('a heading is on the same page as the content after it', async () => {
  // For one of these numbers of lines the heading would be the last line on its page.
  for (let lines = 40; lines < 50; lines += 1) {
    const before: Block = { kind: 'paragraph', text: Array.from({ length: lines }, () => 'linje').join('\n') };
    const bytes = await printPaper(paper([before, { kind: 'heading', text: 'Neste' }, rows(1, () => 'tiltak')]), {
      compress: false,
    });
    const page = (tag: string) => new RegExp(String.raw`/S /${tag}\n[^]*?/Pg (\d+)`).exec(bytes.toString('latin1'))![1];
    expect(page('H2')).toBe(page('TH'));
  }
});

test('the same paper gives the same bytes, without the time of printing', async () => {
  const blocks: readonly Block[] = [{ kind: 'title', text: 'Æ ø å', under: 'ŋ' }, rows(30, (i) => `${i}`)];
  const [one, other] = [await printPaper(paper(blocks)), await printPaper(paper(blocks))];
  expect(one.equals(other)).toBe(true);
  expect(one.subarray(0, 8).toString()).toBe('%PDF-1.7');
});

describe('lines', () => {
  const measure = (text: string) => text.length;
  test.each([
    ['goes on after its last space', 'en to tre fire', 8, ['en to ', 'tre fire']],
    ['breaks a word that no line can hold', 'x abcdefghij y', 4, ['x ', 'abcd', 'efgh', 'ij y']],
    ['breaks where the writer did', 'en\nto', 10, ['en', 'to']],
    ['keeps together what a hard space holds', 'abc 12\u00a0500 kr', 7, ['abc ', '12\u00a0500 ', 'kr']],
    ['is one line where there is nothing', '', 10, ['']],
  ])('%s', (_, text, width, expected) => {
    expect(linesOf(text, width, measure)).toEqual(expected);
  });
});

test('a letter missing in the font is as wide in the file as measured', async () => {
  const bytes = await printPaper(paper([{ kind: 'paragraph', text: '한국어' }]), { compress: false });
  const widths = [
    ...Buffer.from(bytes)
      .toString('latin1')
      .matchAll(/\/W \[0 \[([\d.]+)/g),
  ].map(([, width]) => Number(width));
  expect(widths.length).toBeGreaterThan(0);
  // In thousandths of the font size: the glyph is a narrow box.
  for (const width of widths) expect(width).toBeLessThan(1000);
});

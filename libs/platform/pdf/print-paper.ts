import { LETTERS } from './document-style.js';
import { cellLines } from './cell-lines.js';
import { drawPicture } from './draw-picture.js';
import { drawTable } from './draw-table.js';
import type { Block, Cell, Fact, Paper } from './paper.js';
import { Sheet, type Line } from './sheet.js';

export interface PrintOptions {
  /** False makes the streams readable as text, for specifications. */
  readonly compress?: boolean;
}

const GAP = { title: 14, heading: 18, belowHeading: 6, block: 10, item: 3 };
const LABELS = 110;
const BULLET = 12;

/**
 * A paper as a tagged PDF (PDF 1.7, PDF/UA): headings, lists and tables are tagged for screen readers, decoration is
 * marked as artifact, and fonts are embedded. The same paper gives the same bytes.
 */
export function printPaper(paper: Paper, { compress = true }: PrintOptions = {}): Promise<Buffer> {
  const sheet = new Sheet(paper, { compress });
  if (paper.notice) {
    paragraph(sheet, sheet.lines(paper.notice.text, LETTERS.notice, sheet.width));
    sheet.y += GAP.block;
  }
  for (const [i, block] of paper.blocks.entries()) draw(sheet, block, paper.blocks[i + 1]);
  return sheet.finish();
}

function draw(sheet: Sheet, block: Block, next: Block | undefined): void {
  switch (block.kind) {
    case 'title':
      return title(sheet, block.text, block.under);
    case 'heading':
      return heading(sheet, block.text, block.below ?? (next && BELOW[next.kind]) ?? BELOW_OTHERS);
    case 'paragraph':
      paragraph(sheet, sheet.lines(block.text, LETTERS[block.letters ?? 'text'], sheet.width));
      break;
    case 'facts':
      facts(sheet, block.facts);
      break;
    case 'list':
      list(sheet, block.items);
      break;
    case 'table':
      drawTable(sheet, block);
      break;
    case 'picture':
      drawPicture(sheet, block);
      break;
    case 'writing':
      writing(sheet, block.text, block.lines);
      break;
    case 'page':
      return sheet.newPage();
  }
  sheet.y += GAP.block;
}

function title(sheet: Sheet, text: string, under: string): void {
  const element = sheet.element('H1');
  sheet.root.add(element);
  sheet.flow(element, sheet.lines(text, LETTERS.title, sheet.width));
  element.end();
  paragraph(sheet, sheet.lines(under, LETTERS.under, sheet.width));
  sheet.y += GAP.title;
}

/** Space that a heading needs below it on the same page, in points: a table's head and two rows, an item, or some lines. */
const BELOW: Partial<Record<Block['kind'], number>> = { table: 84, list: 84 };
const BELOW_OTHERS = 40;
/** Between two lines to write on. */
const WRITING = 26;

function writing(sheet: Sheet, text: string, count: number): void {
  const lines = sheet.lines(text, LETTERS.text, sheet.width);
  sheet.need(lines.length * LETTERS.text.line + count * WRITING);
  paragraph(sheet, lines);
  for (let line = 0; line < count; line += 1) {
    sheet.y += WRITING;
    sheet.rule();
  }
}

function heading(sheet: Sheet, text: string, below: number): void {
  const lines = sheet.lines(text, LETTERS.heading, sheet.width);
  sheet.y += GAP.heading - GAP.block;
  sheet.need(lines.length * LETTERS.heading.line + below);
  const element = sheet.element('H2');
  sheet.root.add(element);
  sheet.flow(element, lines);
  element.end();
  sheet.y += GAP.belowHeading;
}

function paragraph(sheet: Sheet, lines: readonly Line[]): void {
  const element = sheet.element('P');
  sheet.root.add(element);
  sheet.flow(element, lines);
  element.end();
}

function facts(sheet: Sheet, all: readonly Fact[]): void {
  const element = sheet.element('L');
  sheet.root.add(element);
  for (const { label, text } of all) {
    const lines = sheet.lines(text, LETTERS.text, sheet.width - LABELS);
    sheet.need(lines.length * LETTERS.text.line);
    const [item, name, body] = [sheet.element('LI'), sheet.element('Lbl'), sheet.element('LBody')];
    element.add(item);
    item.add(name);
    sheet.write(
      name,
      sheet.lines(label, { ...LETTERS.text, colour: LETTERS.head.colour }, LABELS),
      sheet.left,
      sheet.y,
    );
    item.add(body);
    sheet.flow(body, lines, sheet.left + LABELS);
    item.end();
    sheet.y += GAP.item;
  }
  element.end();
}

function list(sheet: Sheet, items: readonly Cell[]): void {
  const element = sheet.element('L');
  sheet.root.add(element);
  for (const item of items) {
    const lines = cellLines(sheet, item, LETTERS.text, sheet.width - BULLET);
    sheet.need(lines.reduce((sum, { letters }) => sum + letters.line, 0));
    const [entry, bullet, body] = [sheet.element('LI'), sheet.element('Lbl'), sheet.element('LBody')];
    element.add(entry);
    entry.add(bullet);
    sheet.write(bullet, [{ text: '•', letters: LETTERS.text }], sheet.left, sheet.y);
    entry.add(body);
    sheet.flow(body, lines, sheet.left + BULLET);
    entry.end();
    sheet.y += GAP.item;
  }
  element.end();
}

import { LETTERS, type Letters } from './document-style.js';
import type { Cell } from './paper.js';
import type { Line, Sheet } from './sheet.js';

/**
 * Lines of a text and of the details below it, in a smaller font. Each text but the last ends in a space, so that a
 * screen reader reads «I rute, oppfølging» as two items and not as one word.
 */
export function cellLines(
  sheet: Sheet,
  { text, details = [] }: Cell,
  letters: Letters,
  width: number,
): readonly Line[] {
  const texts = [sheet.lines(text, letters, width), ...details.map((it) => sheet.lines(it, LETTERS.detail, width))];
  return texts.flatMap((lines, i) => (i < texts.length - 1 ? endingInSpace(lines) : lines));
}

const endingInSpace = (lines: readonly Line[]): readonly Line[] =>
  lines.map((line, i) => (i === lines.length - 1 ? { ...line, text: `${line.text} ` } : line));

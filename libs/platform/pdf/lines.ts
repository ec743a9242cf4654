import { normalized, withoutInvisible } from '#platform/kernel';

/** Width of a text in points, in a given text style. */
export type Measure = (text: string) => number;

/** Excludes the no-break space, as in «12 500 kr». */
const BREAKABLE = /[ \t]+/;

/**
 * Breaks a text into lines no wider than `width`: at spaces, within a word that is wider than a line, and at the
 * writer's line breaks. A line that continues ends with its space, so that text extraction still yields two words.
 */
export function linesOf(text: string, width: number, measure: Measure): readonly string[] {
  // Fonts have no glyph for invisible hyphens and joiners, and this code breaks the lines.
  return withoutInvisible(normalized(text, 'NFC'))
    .split(/\r?\n/)
    .flatMap((part) => broken(part.trim(), width, measure));
}

function broken(text: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(BREAKABLE).flatMap((it) => pieces(it, width, measure))) {
    const longer = line === '' || word.joined ? line + word.text : `${line} ${word.text}`;
    if (line === '' || measure(longer) <= width) line = longer;
    else {
      lines.push(word.joined ? line : `${line} `);
      line = word.text;
    }
  }
  return [...lines, line];
}

interface Piece {
  readonly text: string;
  /** Follows the previous piece without a space. */
  readonly joined: boolean;
}

/** A word, or the parts of a word that is too long for a line. */
function pieces(word: string, width: number, measure: Measure): readonly Piece[] {
  if (measure(word) <= width) return [{ text: word, joined: false }];
  const found: Piece[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && measure(piece + letter) > width) {
      found.push({ text: piece, joined: found.length > 0 });
      piece = letter;
    } else piece += letter;
  }
  return [...found, { text: piece, joined: found.length > 0 }];
}

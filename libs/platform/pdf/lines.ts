/** Width of a text in points, in the letters that are meant. */
export type Measure = (text: string) => number;

/** Hyphens and joiners that are not seen: fonts have no letter for them, and lines are broken here. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/gu;
/** Not the space that holds two words together, as in «12 500 kr». */
const BREAKABLE = /[ \t]+/;

/**
 * Breaks a text into lines no wider than `width`: at spaces, in the midst of a word where it is wider than a line by
 * itself, and where the writer did. A line that goes on ends with its space, so that whoever reads the letters one after
 * another still hears two words.
 */
export function linesOf(text: string, width: number, measure: Measure): readonly string[] {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
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
  /** Follows the one before without a space. */
  readonly joined: boolean;
}

/** A word, or what fits on a line of one that is too long. */
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

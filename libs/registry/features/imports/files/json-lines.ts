/** One token of JSON and where it ends; a text is a token from its quotation mark to the next that is not escaped. */
interface Token {
  readonly sign: string;
  readonly end: number;
  readonly line: number;
}

/** The marks `{ } [ ]` outside texts, with their lines. Reads each character once. */
function* brackets(text: string): Generator<Token> {
  let line = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (sign === '\n') line += 1;
    else if (sign === '"') {
      const end = endOfText(text, at);
      for (let i = at; i < end; i += 1) if (text[i] === '\n') line += 1;
      at = end;
    } else if (sign === '{' || sign === '}' || sign === '[' || sign === ']') yield { sign, end: at, line };
  }
}

/** Index of the quotation mark that ends the text which begins at `at`; the file's end where none does. */
function endOfText(text: string, at: number): number {
  for (let i = at + 1; i < text.length; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '"') return i;
  }
  return text.length;
}

/** The line at which each object of the outermost list begins, also of a list that is a field of an object. */
export function linesOfItems(text: string): number[] {
  const lines: number[] = [];
  let depth = 0;
  /** How deep the objects of the list are, once a list is found. */
  let itemsAt: number | undefined;
  for (const { sign, line } of brackets(text)) {
    if (sign === '[' && depth <= 1 && itemsAt === undefined) itemsAt = depth + 1;
    else if (sign === '{' && depth === itemsAt) lines.push(line);
    depth += sign === '{' || sign === '[' ? 1 : -1;
    if (itemsAt !== undefined && depth < itemsAt) {
      if (lines.length > 0) break;
      itemsAt = undefined;
    }
  }
  return lines;
}

/** The line of the parser's error: where it tells the position, else the end of the file or the first token that is none. */
export function lineOfFault(text: string, message: string): number | undefined {
  const told = /position (\d{1,15})/.exec(message)?.[1];
  const at =
    told !== undefined ? Number(told) : message.includes('end of JSON') ? text.trimEnd().length : firstNoToken(text);
  return at === undefined ? undefined : text.slice(0, at).split('\n').length;
}

const SIGNS = new Set('0123456789.eE+-[]{},: \t\r\n');
const WORDS = ['true', 'false', 'null'];

function firstNoToken(text: string): number | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]!;
    const word = WORDS.find((it) => text.startsWith(it, at));
    if (sign === '"') at = endOfText(text, at);
    else if (word !== undefined) at += word.length - 1;
    else if (!SIGNS.has(sign)) return at;
  }
  return undefined;
}

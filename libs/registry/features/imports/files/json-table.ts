import { tableOf, type Cell, type Table, type UnreadableFile } from './table.js';

/** Reads a list of flat objects, or an object with one such list in it. Lists and objects inside a row are passed over. */
export function jsonTable(file: string, text: string): Table | UnreadableFile {
  const parsed = parse(text);
  if ('line' in parsed) return { file, unreadable: 'FILE_NOT_JSON', ...(parsed.line && { line: parsed.line }) };
  const list = listIn(parsed.value);
  if (!list) return { file, unreadable: 'FILE_NOT_A_LIST' };
  const lines = linesOfItems(text);
  return tableOf(
    file,
    list.map((item, i) => ({
      line: lines[i] ?? i + 1,
      entries: Object.entries(item).map(([name, value]) => [name, cellOf(value)] as const),
    })),
  );
}

/** The value, or the line of the first error; the parser's own message quotes the file, and is not passed on. */
function parse(text: string): { value: unknown } | { line: number | undefined } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (fault) {
    const at = positionOf(text, String(fault));
    return { line: at === undefined ? undefined : text.slice(0, at).split('\n').length };
  }
}

const TOKEN = /\s*(?:"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[[\]{},:])\s*/y;

/** Where the error is, as far as the parser tells; else the first place that is no word of JSON, where there is one. */
function positionOf(text: string, message: string): number | undefined {
  const told = /position (\d+)/.exec(message)?.[1];
  if (told !== undefined) return Number(told);
  if (message.includes('end of JSON')) return text.trimEnd().length;
  let at = 0;
  while (at < text.length) {
    TOKEN.lastIndex = at;
    if (!TOKEN.test(text)) return at;
    at = TOKEN.lastIndex;
  }
  return undefined;
}

const isItems = (value: unknown): value is object[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));

function listIn(value: unknown): object[] | undefined {
  if (isItems(value)) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const lists = Object.values(value).filter(isItems);
  return lists.length === 1 ? lists[0] : undefined;
}

const cellOf = (value: unknown): Cell =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;

/** The line at which each object of the outermost list begins. */
function linesOfItems(text: string): number[] {
  const lines: number[] = [];
  const open: string[] = [];
  let line = 1;
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}\n]/g)) {
    if (token === '\n') line += 1;
    else if (token === '[') open.push(token);
    else if (token === '{') {
      if (open.at(-1) === '[' && open.indexOf('[') === open.length - 1) lines.push(line);
      open.push(token);
    } else if (token === ']' || token === '}') open.pop();
  }
  return lines;
}

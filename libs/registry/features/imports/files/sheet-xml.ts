import { LIMITS } from './table.js';

/** Excel's own limits: 32,767 characters per cell, each at most `&#x10ffff;` long, and 1,048,576 rows. */
const LONGEST_TEXT = 10 * 32_767;
const LONGEST_TAG = 20_000;
const LAST_ROW = 1_048_576;

interface Tag {
  /** Without the namespace prefix; a closing tag includes its slash. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** True for `<c/>`. */
  readonly isEmpty: boolean;
}

/** Every tag of an XML file in order; yields undefined and ends when a tag is broken, or it or its text is too long. */
function* tagsOf(xml: Buffer): Generator<Tag | undefined> {
  let at = xml.indexOf(0x3c);
  while (at >= 0) {
    const end = xml.indexOf(0x3e, at);
    const next = xml.indexOf(0x3c, end < 0 ? at + 1 : end);
    const isTooLong = end < 0 || end - at > LONGEST_TAG || (next < 0 ? xml.length : next) - end > LONGEST_TEXT;
    const tag = isTooLong ? undefined : readTag(xml.toString('utf8', at + 1, end));
    yield tag;
    if (!tag) return;
    at = next;
  }
}

/**
 * Undefined when the tag ends inside an attribute or contains another tag: another reader might parse it differently.
 */
function readTag(text: string): Tag | undefined {
  const isMarkup = text.startsWith('!') || text.startsWith('?');
  const [first = ''] = text.split(/[\s=]/, 1);
  const name = withoutPrefix(first.length > 1 && first.endsWith('/') ? first.slice(0, -1) : first);
  const attributes = new Map<string, string>();
  if (isMarkup) return { name, attributes, isEmpty: true };
  if (text.includes('<')) return undefined;
  let at = first.length;
  for (let sign = text.indexOf('=', at); sign >= 0; sign = text.indexOf('=', at)) {
    const key = withoutPrefix(text.slice(at, sign).trim());
    let begin = sign + 1;
    while (begin < text.length && text[begin]!.trim() === '') begin += 1;
    const end = text[begin] === '"' || text[begin] === "'" ? text.indexOf(text[begin]!, begin + 1) : -1;
    if (end < 0 || (key === 'r' && attributes.has(key))) return undefined;
    attributes.set(key, text.slice(begin + 1, end));
    at = end + 1;
  }
  return { name, attributes, isEmpty: text.endsWith('/') };
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Numbers (from 1) of the visible sheets in `xl/workbook.xml`. A hidden sheet may hold forgotten data (a list of
 * choices, last year's people).
 */
export function visibleSheets(workbook: Buffer): readonly number[] {
  const states = [...tagsOf(workbook)].flatMap((tag) =>
    tag?.name === 'sheet' && tag.attributes.get('name') ? [tag.attributes.get('state') ?? 'visible'] : [],
  );
  return states.flatMap((state, i) => (state === 'visible' ? [i + 1] : []));
}

/** True when an XML file's texts and tags are within a workbook's limits. */
export function hasUsualLengths(xml: Buffer): boolean {
  for (const tag of tagsOf(xml)) if (tag === undefined) return false;
  return true;
}

/** True when a sheet's cells, including empty ones in between, are within the limit: a reader allocates them all. */
export function isWithinCells(sheet: Buffer): boolean {
  let [rows, columns] = [0, 0];
  let begun: Place | undefined;
  for (const tag of tagsOf(sheet)) {
    if (tag === undefined) return false;
    if (begun && tag.name !== '/c') {
      rows = Math.max(rows, begun.row);
      columns = Math.max(columns, begun.column);
    }
    begun = undefined;
    const reference = tag.name === 'row' || tag.name === 'c' ? tag.attributes.get('r') : undefined;
    if (reference === undefined) continue;
    const place = placeOf(reference);
    if (!place || place.row > LAST_ROW) return false;
    if (tag.name === 'c' && !tag.isEmpty) begun = place;
  }
  return rows * columns <= LIMITS.cells;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** «BC12» is row 12 and column 55; a row's own reference has no letters. */
function placeOf(reference: string): Place | undefined {
  const [, letters = '', digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(reference) ?? [];
  if (digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits), column };
}

import { inflateSync } from 'node:zlib';

/** An element of a PDF's structure tree, as a screen reader follows it. */
export interface ReadElement {
  readonly type: string;
  readonly scope?: string;
  /** The text in place of a drawing. */
  readonly alt?: string;
  /** All text of the element and its children. */
  readonly text: string;
  readonly children: readonly ReadElement[];
}
export interface ReadPdf {
  readonly pages: number;
  readonly language: string | undefined;
  readonly title: string | undefined;
  readonly structure: ReadElement;
  /** Text on the pages outside the structure: rules, feet, repeated heads. */
  readonly artifacts: readonly string[];
}

/** The same PDF with readable streams, for `readPdf`. */
export function inflatedPdf(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const match of bytes.toString('latin1').matchAll(/<<([^<>]*)>>\s*stream\r?\n/g)) {
    if (!match[1]!.includes('/FlateDecode')) continue;
    const from = match.index + match[0].length;
    const to = from + Number(/\/Length (\d+)/.exec(match[1]!)![1]);
    parts.push(bytes.subarray(at, from), inflateSync(bytes.subarray(from, to)));
    at = to;
  }
  return Buffer.concat([...parts, bytes.subarray(at)]);
}

interface Mark {
  readonly tag: string;
  readonly id: number | undefined;
  readonly text: string;
}

/** Parses the output of `printPaper` with `compress: false`: its structure tree with the text of each element. */
export function readPdf(bytes: Buffer): ReadPdf {
  const objects = objectsOf(bytes.toString('latin1'));
  const body = (id: string) => objects.get(id) ?? '';
  const catalog = [...objects.values()].find((it) => it.includes('/Type /Catalog'))!;
  const fonts = new Map(
    [...objects].flatMap(([id, it]) => (it.includes('/ToUnicode') ? [[id, lettersOf(it, body)] as const] : [])),
  );
  const pages = [...objects].filter(([, it]) => /\/Type \/Page\b/.test(it));
  const marks = new Map(pages.map(([id, page]) => [id, marksOf(page, body, fonts)]));
  const root = refs(/\/K \[([^\]]*)\]/.exec(body(ref(/\/StructTreeRoot (\d+)/, catalog)))![1]!);

  const read = (id: string): ReadElement => {
    const own = body(id);
    // The element's own page is a sibling of its kids, each of which may name another page.
    const page = /\/Pg (\d+) 0 R/.exec(own.replace(/\/K \[[\s\S]*\]/, ''))?.[1];
    const parts = kidsOf(own).map((kid) => {
      if (kid.element !== undefined) return read(kid.element);
      return marks.get(kid.page ?? page!)!.find((mark) => mark.id === kid.mark)!.text;
    });
    const scope = /\/Scope \/(\w+)/.exec(own)?.[1];
    return {
      type: /\/S \/(\w+)/.exec(own)![1]!,
      ...(scope && { scope }),
      ...(own.includes('/Alt ') && { alt: stringAt(own, '/Alt ', body) }),
      text: parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
      children: parts.filter((part) => typeof part !== 'string'),
    };
  };
  return {
    pages: pages.length,
    language: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1],
    title: titleOf(objects),
    structure: read(root[0]!),
    artifacts: [...marks.values()].flat().flatMap(({ tag, text }) => (tag === 'Artifact' && text ? [text] : [])),
  };
}

const ref = (pattern: RegExp, text: string) => pattern.exec(text)![1]!;
const refs = (text: string) => [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => id!);
const objectsOf = (text: string) =>
  new Map([...text.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(([, id, it]) => [id!, it!]));

/** Children of an element in order: other elements, and marked content of the element's page or of another one. */
function kidsOf(element: string) {
  const list = /\/K \[([\s\S]*)\]/.exec(element.replace(/\/A <<[\s\S]*?>>/, ''))?.[1] ?? '';
  const each = /<<\s*\/Type \/MCR\s*\/Pg (\d+) 0 R\s*\/MCID (\d+)\s*>>|(\d+) 0 R|(\d+)/g;
  return [...list.matchAll(each)].map(([, page, there, element, here]) => ({
    page,
    element,
    mark: Number(there ?? here),
  }));
}

/** The character of each glyph of a font, by glyph number. */
function lettersOf(font: string, body: (id: string) => string): ReadonlyMap<number, string> {
  const map = body(ref(/\/ToUnicode (\d+)/, font));
  const letters = new Map<number, string>();
  for (const [, first, list] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    for (const [i, [, hex]] of [...list!.matchAll(/<(\w*)>/g)].entries())
      letters.set(Number.parseInt(first!, 16) + i, Buffer.from(hex!, 'hex').swap16().toString('utf16le'));
  return letters;
}

/** Every marked content of a page with its text. */
function marksOf(page: string, body: (id: string) => string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>) {
  const resources = body(ref(/\/Resources (\d+)/, page));
  const named = new Map([...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, id]) => [name!, fonts.get(id!)!]));
  const content = body(ref(/\/Contents (\d+)/, page));
  const marks: Mark[] = [];
  let font: ReadonlyMap<number, string> | undefined;
  for (const [, tag, properties, inside] of content.matchAll(/^\/(\w+) (?:<<([\s\S]*?)>> BDC|BMC)\n([\s\S]*?)^EMC/gm)) {
    let text = '';
    for (const [, name, shown] of inside!.matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g))
      if (name !== undefined) font = named.get(name);
      else for (const [, hex] of shown!.matchAll(/<(\w+)>/g)) text += spelled(hex!, font!);
    const id = /\/MCID (\d+)/.exec(properties ?? '')?.[1];
    marks.push({ tag: tag!, id: id === undefined ? undefined : Number(id), text });
  }
  return marks;
}

const spelled = (hex: string, letters: ReadonlyMap<number, string>) =>
  hex
    .match(/.{4}/g)!
    .map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '�')
    .join('');

function titleOf(objects: ReadonlyMap<string, string>): string | undefined {
  const info = [...objects.values()].find((it) => it.includes('/CreationDate') && it.includes('/Title'));
  return info && textOf(objects.get(/\/Title (\d+) 0 R/.exec(info)?.[1] ?? '') ?? '');
}

/** A text of a dictionary, written in it or as an object of its own. */
function stringAt(dictionary: string, key: string, body: (id: string) => string): string | undefined {
  const rest = dictionary.slice(dictionary.indexOf(key) + key.length);
  const id = /^(\d+) 0 R/.exec(rest)?.[1];
  return textOf(id === undefined ? /^\((?:\\[\s\S]|[^\\)])*\)/.exec(rest)![0] : body(id));
}

/** A text in parentheses: UTF-16 after its mark, otherwise Latin letters. */
function textOf(written: string): string | undefined {
  const raw = /^\(([\s\S]*)\)$/.exec(written)?.[1];
  if (raw === undefined) return undefined;
  const bytes = Buffer.from(
    raw.replace(/\\([()\\nrtbf])/g, (_, it: string) => ESCAPED[it] ?? it),
    'latin1',
  );
  return bytes[0] === 0xfe ? bytes.subarray(2).swap16().toString('utf16le') : bytes.toString('latin1');
}
const ESCAPED: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

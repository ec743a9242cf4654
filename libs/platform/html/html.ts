/** Text that is HTML already; every other text in a template is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

type Part = string | number | Html | null | readonly Html[];

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => ENTITIES.get(sign)!);

/** A template of HTML: texts and numbers in it are escaped, null is nothing. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.reduce((whole, string, i) => whole + textOf(parts[i - 1] ?? null) + string));

function textOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escaped(String(part));
  return part instanceof Html ? part.text : part.map(({ text }) => text).join('');
}

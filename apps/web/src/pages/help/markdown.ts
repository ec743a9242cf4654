/** Markdown elements used in the guide. */
export type Block =
  | { readonly kind: 'heading'; readonly level: number; readonly text: readonly Span[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Span[])[] }
  | { readonly kind: 'picture'; readonly alt: string; readonly path: string }
  | { readonly kind: 'text'; readonly text: readonly Span[] };
export type Span =
  | { readonly kind: 'plain' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

const SPAN = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^[\]]+)\]\(([^()]+)\)/g;

/** Bold, code and links within a line. */
export function spansOf(text: string): readonly Span[] {
  const spans: Span[] = [];
  let end = 0;
  for (const found of text.matchAll(SPAN)) {
    if (found.index > end) spans.push({ kind: 'plain', text: text.slice(end, found.index) });
    const [, strong, code, link, to] = found;
    if (strong !== undefined) spans.push({ kind: 'strong', text: strong });
    else if (code !== undefined) spans.push({ kind: 'code', text: code });
    else spans.push({ kind: 'link', text: link!, to: to! });
    end = found.index + found[0].length;
  }
  if (end < text.length) spans.push({ kind: 'plain', text: text.slice(end) });
  return spans;
}

/** A page of the guide as blocks. */
export function blocksOf(markdown: string): readonly Block[] {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .map(blockOf);
}

function blockOf(text: string): Block {
  const heading = /^(#{1,3}) (.*)$/.exec(text);
  if (heading) return { kind: 'heading', level: heading[1]!.length, text: spansOf(heading[2]!) };
  const picture = /^!\[([^\]]*)\]\(([^)]+)\)$/.exec(text);
  if (picture) return { kind: 'picture', alt: picture[1]!, path: picture[2]! };
  const lines = text.split('\n');
  const item = /^(?:-|\d+\.) /;
  if (lines.every((line) => item.test(line)))
    return {
      kind: 'list',
      ordered: /^\d/.test(text),
      items: lines.map((line) => spansOf(line.replace(item, ''))),
    };
  return { kind: 'text', text: spansOf(lines.join(' ')) };
}

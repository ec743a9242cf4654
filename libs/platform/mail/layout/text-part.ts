import type { MailDocument, MailPart, TableRow } from './mail-document.js';

/** Longest line, in characters; only a single word such as an address may be longer. */
const WIDTH = 72;

/** The text part: the same content in the same order, sentences instead of columns. */
export function mailText({ title, lead, organisation, parts, button, footer }: MailDocument): string {
  const blocks = [
    [...wrapped(title), ...wrapped(organisation), ...wrapped(lead)],
    ...parts.map(partText),
    ...(button ? [[...wrapped(`${button.text}:`), button.href]] : []),
    ['-- ', ...footer.flatMap(({ text, href }) => [...wrapped(text), ...(href === undefined ? [] : [href])])],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function partText(part: MailPart): readonly string[] {
  const heading = part.heading === null ? [] : [part.heading.toUpperCase(), ''];
  return [...heading, ...linesOf(part)];
}

function linesOf(part: MailPart): readonly string[] {
  switch (part.kind) {
    case 'items':
      return [
        ...part.items.flatMap(({ matter, details, href, also }, i) => [
          ...wrapped(`${i + 1}. ${matter}`, '   '),
          ...wrapped(details, '   ', '   '),
          `   ${href}`,
          ...(also === undefined ? [] : [...wrapped(`${also.text}:`, '   ', '   '), `   ${also.href}`]),
          ...(i < part.items.length - 1 ? [''] : []),
        ]),
        ...moreText(part.more),
      ];
    case 'figures':
      return [
        ...part.rows.flatMap(({ name, value, aside, href, sentence }) => [
          ...wrapped(sentence ?? `${name}: ${value}${aside === null ? '' : ` (${aside})`}`, '  '),
          href,
        ]),
        ...moreText(part.more),
      ];
    case 'table':
      return [...part.rows.flatMap(rowText), ...(part.total ? rowText(part.total) : []), ...wrapped(part.note)];
    case 'list':
      return part.sentences.flatMap(({ sentence, href }) => [
        ...wrapped(`- ${sentence}`, '  '),
        ...(href === null ? [] : [href]),
      ]);
  }
}

const rowText = ({ name, sentence, href }: TableRow): readonly string[] => [
  ...wrapped(`${name}: ${sentence}`, '  '),
  ...(href === null ? [] : [href]),
];

const moreText = (more: { readonly text: string; readonly href: string } | null): readonly string[] =>
  more === null ? [] : ['', ...wrapped(`${more.text}:`), more.href];

/** Lines of at most `WIDTH` characters; `indent` begins every line after the first. */
function wrapped(text: string, indent = '', first = ''): readonly string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const isBegun = line.trim() !== '';
    if (isBegun && line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = indent + word;
    } else line += isBegun ? ` ${word}` : word;
  }
  return line.trim() === '' ? lines : [...lines, line];
}

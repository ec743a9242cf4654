import type { MailLink, MailPage, MailSection, MailTable } from './page-content.js';

/** Longest line, in characters. A link is never broken, and stands on a line of its own. */
const WIDTH = 72;

/** The text part: the content of the HTML part in the same order, sentences instead of columns. */
export function textOf({ sender, title, intro, sections, button, footer }: MailPage): string {
  const parts: readonly (readonly string[])[] = [
    [...wrapped(title), ...wrapped(sender.municipality), ...(intro === undefined ? [] : wrapped(intro))],
    ...sections.flatMap(sectionOf),
    ...(button ? [linked(button)] : []),
    ['--', ...footer.flatMap(({ text, link }) => [...wrapped(text), ...(link ? linked(link) : [])])],
  ];
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function sectionOf({ heading, items = [], figures = [], table, points = [], more }: MailSection): string[][] {
  const links = new Set(figures.map(({ url }) => url));
  return [
    ...(heading === undefined ? [] : [wrapped(heading.toUpperCase())]),
    ...items.map((item, i) => {
      const indent = ' '.repeat(`${i + 1}. `.length);
      return [
        ...wrapped(item.text, `${i + 1}. `, indent),
        ...(item.details === undefined ? [] : wrapped(item.details, indent, indent)),
        `${indent}${hrefOf(item)}`,
      ];
    }),
    ...(figures.length === 0
      ? []
      : [
          [
            ...figures.flatMap((figure) => [
              ...wrapped(`${figure.text}: ${figure.value}${figure.note === undefined ? '' : ` (${figure.note})`}`),
              // A link that all of them have stands once, below them.
              ...(links.size > 1 ? [hrefOf(figure)] : []),
            ]),
            ...(links.size === 1 ? [hrefOf(figures[0]!)] : []),
          ],
        ]),
    ...(table ? [tableOf(table)] : []),
    ...(points.length === 0 ? [] : [points.flatMap((point) => wrapped(point, '- ', '  '))]),
    ...(more ? [linked(more)] : []),
  ];
}

function tableOf({ columns: [, ...columns], rows, total, note }: MailTable): string[] {
  const sentence = (name: string, values: readonly string[]) =>
    wrapped(`${name}: ${values.map((value, i) => `${lowerFirst(columns[i] ?? '')} ${value}`).join(', ')}`, '', '  ');
  return [
    ...rows.flatMap(({ name, values }) => [
      ...sentence(name.text, values),
      ...('url' in name ? [`  ${hrefOf(name)}`] : []),
    ]),
    ...(total ? sentence(total.text, total.values) : []),
    ...(note === undefined ? [] : wrapped(note)),
  ];
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const linked = (to: MailLink): string[] => [...wrapped(to.text), hrefOf(to)];
const hrefOf = ({ url }: MailLink): string => new URL(url).href;

/** Lines of at most 72 characters; a word that is longer is broken. */
function wrapped(text: string, first = '', next = ''): string[] {
  const words = text.trim().split(/\s+/);
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  const end = () => {
    lines.push(line);
    line = next;
    isEmpty = true;
  };
  for (let word of words) {
    if (!isEmpty && [...line].length + 1 + [...word].length > WIDTH) end();
    while ([...line].length + [...word].length > WIDTH) {
      const room = WIDTH - [...line].length;
      line += [...word].slice(0, room).join('');
      word = [...word].slice(room).join('');
      end();
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  if (!isEmpty) lines.push(line);
  return lines;
}

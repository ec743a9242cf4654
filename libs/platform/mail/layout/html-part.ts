import { STYLE } from './mail-style.js';
import type {
  MailFigure,
  MailFooterLine,
  MailItem,
  MailLink,
  MailPage,
  MailSection,
  MailTable,
} from './page-content.js';

/**
 * The HTML part: one column of at most 640 px, system fonts, no image and nothing from elsewhere. The colours stand at
 * the elements too, for programs that drop the style sheet.
 */
export function htmlOf({ language, sender, title, intro, sections, button, footer }: MailPage): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#ffffff;color:#1c1b19">
<table role="presentation" class="frame" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center">
<div class="column" role="main" lang="${language}" style="max-width:640px;text-align:left">
<p class="sender"><span class="product">${escaped(sender.product)}</span> <span class="of">${escaped(sender.municipality)}</span></p>
<h1>${escaped(title)}</h1>
${intro === undefined ? '' : `<p class="intro">${escaped(intro)}</p>\n`}${sections.map(sectionOf).join('')}${
    button ? `<p class="button"><a href="${link(button)}">${escaped(button.text)}</a></p>\n` : ''
  }<div class="footer">
${footer.map(footerLine).join('\n')}
</div>
</div>
</td></tr></table>
</body>
</html>
`;
}

function sectionOf({ heading, items = [], figures = [], table, points = [], more }: MailSection): string {
  return [
    heading === undefined ? '' : `<h2>${escaped(heading)}</h2>`,
    items.length === 0 ? '' : `<ul class="items">\n${items.map(itemOf).join('\n')}\n</ul>`,
    figures.length === 0
      ? ''
      : `<table role="presentation" class="figures" width="100%" cellpadding="0" cellspacing="0" border="0">\n${figures.map(figureOf).join('\n')}\n</table>`,
    table ? tableOf(table, heading) : '',
    points.length === 0
      ? ''
      : `<ul class="points">\n${points.map((point) => `<li>${escaped(point)}</li>`).join('\n')}\n</ul>`,
    more ? `<p class="more"><a href="${link(more)}">${escaped(more.text)}</a></p>` : '',
    '',
  ]
    .filter((part, i, all) => part !== '' || i === all.length - 1)
    .join('\n');
}

const itemOf = (item: MailItem): string =>
  `<li><a class="matter" href="${link(item)}">${escaped(item.text)}</a>${
    item.details === undefined ? '' : `<br><span class="details">${escaped(item.details)}</span>`
  }</li>`;

const figureOf = (figure: MailFigure): string =>
  `<tr><td><a href="${link(figure)}">${escaped(figure.text)}</a></td><td class="note">${escaped(figure.note ?? '')}</td><td class="value">${escaped(figure.value)}</td></tr>`;

function tableOf({ columns, rows, total, note }: MailTable, heading: string | undefined): string {
  const heads = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const cells = (values: readonly string[]) => values.map((value) => `<td>${escaped(value)}</td>`).join('');
  const name = (of: MailTable['rows'][number]['name']) =>
    'url' in of ? `<a href="${link(of)}">${escaped(of.text)}</a>` : escaped(of.text);
  const lines = [
    ...rows.map((row) => `<tr><th scope="row">${name(row.name)}</th>${cells(row.values)}</tr>`),
    ...(total ? [`<tr class="total"><th scope="row">${escaped(total.text)}</th>${cells(total.values)}</tr>`] : []),
  ];
  return `<div class="wide" role="region" tabindex="0" aria-label="${escaped(heading ?? columns[0] ?? '')}"><table class="data" width="100%" cellpadding="0" cellspacing="0">
<thead><tr>${heads}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody>
</table></div>${note === undefined ? '' : `\n<p class="small">${escaped(note)}</p>`}`;
}

const footerLine = ({ text, link: to }: MailFooterLine): string =>
  `<p>${escaped(text)}${to ? ` <a href="${link(to)}">${escaped(to.text)}</a>` : ''}</p>`;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES.get(letter)!);

/** @throws TypeError for anything but an address that a browser opens as a page */
function link({ url }: MailLink): string {
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') throw new TypeError('A link of a mail must be http or https');
  return escaped(href);
}

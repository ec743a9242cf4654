import { html, Html } from '#platform/html';
import type { FiguresPart, ItemsPart, ListPart, MailDocument, MailPart, TablePart, TableRow } from './mail-document.js';
import { CSS, EARLIER_CSS, INLINE } from './mail-style.js';

// Styles stand in the elements as well, since some mail programs leave out what is in the head.

/** Text is marked as safe for a `style` attribute: it is a constant of this folder. */
const css = (name: keyof typeof INLINE): Html => html`style="${INLINE[name]}"`;
const layout = html`role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"`;

/** The HTML part: one column, real tables, no image and nothing loaded from elsewhere. */
export function mailHtml(mail: MailDocument): string {
  const { language, subject, organisation, title, lead, parts, button, footer, layout: version } = mail;
  const isFirst = version === 1;
  const inside = isFirst ? css('inside') : html`role="main" ${css('inside')}`;
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>${subject}</title>
        <style>
          ${new Html(version === undefined ? CSS : EARLIER_CSS)}
        </style>
      </head>
      <body class="page" ${css('page')}>
        <table ${layout}>
          <tr>
            <td align="center" ${css('around')}>
              <table ${layout} class="sheet" ${css('sheet')}>
                <tr>
                  <td class="inside" ${inside}>
                    <p class="quiet" ${css('organisation')}>
                      <strong class="brand" ${css('brand')}>Samspill</strong> · ${organisation}
                    </p>
                    <h1 ${css('title')}>${title}</h1>
                    <p class="quiet" ${css('lead')}>${lead}</p>
                    ${parts.map((part) => partHtml(part, version))}
                    ${
                      button &&
                      html`<p ${css('buttonAround')}>
                        <a class="button" href="${button.href}" ${css('button')}>${button.text}</a>
                      </p>`
                    }
                    <div class="foot quiet" ${css('foot')}>
                      ${footer.map(({ text, href }) =>
                        href === undefined
                          ? html`<p ${css('footLine')}>${text}</p> `
                          : html`<p ${css('footLine')}><a class="link" href="${href}" ${css('link')}>${text}</a></p> `,
                      )}
                    </div>
                  </td>
                </tr>
              </table>
            </td>
          </tr>
        </table>
      </body>
    </html> `;
  // A line break between elements is the same to a reader as a line break and spaces.
  return isFirst ? page.text : page.text.replaceAll(/\n\s+/g, '\n');
}

type Layout = MailDocument['layout'];

function partHtml(part: MailPart, version: Layout): Html {
  const heading = part.heading === null ? null : html`<h2 class="line" ${css('heading')}>${part.heading}</h2>`;
  return html`${heading} ${bodyOf(part, version)}`;
}

function bodyOf(part: MailPart, version: Layout): Html {
  switch (part.kind) {
    case 'items':
      return itemsHtml(part);
    case 'figures':
      return figuresHtml(part);
    case 'table':
      return version === undefined ? tableHtml(part) : earlierTableHtml(part);
    case 'list':
      return listHtml(part);
  }
}

const link = (href: string, text: string): Html => html`<a class="link" href="${href}" ${css('link')}>${text}</a>`;
const more = (rest: ItemsPart['more']): Html | null =>
  rest && html`<p ${css('more')}>${link(rest.href, rest.text)}</p>`;

const itemsHtml = ({ items, more: rest }: ItemsPart): Html =>
  html`<ul role="list" ${css('items')}>
      ${items.map(
        ({ matter, href, details, also }) =>
          html`<li class="line" ${css('item')}>
            <a class="link" href="${href}" ${css('matter')}>${matter}</a>${
              details && html`<br /><span class="quiet" ${css('details')}>${details}</span>`
            }${also === undefined ? null : html`<br />${link(also.href, also.text)}`}
          </li> `,
      )}
    </ul>
    ${more(rest)}`;

const figuresHtml = ({ rows, more: rest }: FiguresPart): Html =>
  html`<table width="100%" cellpadding="0" cellspacing="0" border="0" ${css('table')}>
      ${rows.map(
        ({ name, href, aside, value }) =>
          html`<tr>
            <th scope="row" class="line" ${css('name')}>
              ${link(href, name)}${aside && html`<br /><span class="quiet" ${css('details')}>${aside}</span>`}
            </th>
            <td class="line" ${css('value')}>${value}</td>
          </tr> `,
      )}
    </table>
    ${more(rest)}`;

const earlierTableHtml = ({ columns: [first, ...columns], rows, total, note }: TablePart): Html =>
  html`<table class="numbers" width="100%" cellpadding="0" cellspacing="0" border="0" ${css('table')}>
      <thead>
        <tr>
          <th scope="col" class="line quiet" ${css('column')}>${first}</th>
          ${columns.map((name) => html`<th scope="col" class="line quiet" ${css('numberColumn')}>${name}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => rowHtml(row, 'number'))}${total && rowHtml(total, 'total')}
      </tbody>
    </table>
    <p class="quiet" ${css('note')}>${note}</p>`;

const rowHtml = ({ name, href, cells }: TableRow, style: 'number' | 'total'): Html =>
  html`<tr>
    <th scope="row" class="line" ${css(style === 'total' ? 'totalName' : 'name')}>
      ${href === null ? name : link(href, name)}
    </th>
    ${cells.map((cell) => html`<td class="line" ${css(style)}>${cell}</td>`)}
  </tr> `;

/** With roles, since programs that show its rows as lines in a narrow window take it for no table otherwise. */
const tableHtml = ({ columns: [first, ...columns], rows, total, note }: TablePart): Html =>
  html`<table role="table" class="numbers" width="100%" cellpadding="0" cellspacing="0" border="0" ${css('table')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col" class="line quiet" ${css('column')}>${first}</th>
          ${columns.map(
            (name) => html`<th role="columnheader" scope="col" class="line quiet" ${css('numberColumn')}>${name}</th>`,
          )}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => tableRowHtml(row, 'number'))}${total && tableRowHtml(total, 'total')}
      </tbody>
    </table>
    <p class="quiet" ${css('note')}>${note}</p>`;

const tableRowHtml = ({ name, href, cells }: TableRow, style: 'number' | 'total'): Html =>
  html`<tr role="row">
    <th role="rowheader" scope="row" class="line" ${css(style === 'total' ? 'totalName' : 'name')}>
      ${href === null ? name : link(href, name)}
    </th>
    ${cells.map((cell) => html`<td role="cell" class="line" ${css(style)}>${cell}</td>`)}
  </tr> `;

const listHtml = ({ sentences }: ListPart): Html =>
  html`<ul role="list" ${css('items')}>
    ${sentences
      .map(({ sentence, href }) => (href === null ? sentence : link(href, sentence)))
      .map(
        (said) =>
          html`<li ${css('sentence')}><span aria-hidden="true" class="brand" ${css('brand')}>✓</span> ${said}</li> `,
      )}
  </ul>`;

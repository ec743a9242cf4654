import { htmlOf } from './html-part.js';
import type { MailBodies, MailPage, MailSection } from './page-content.js';
import { textOf } from './text-part.js';

/** The HTML and the text part of the same content. Links must be http or https. */
export function mailPage(page: MailPage): MailBodies {
  const shown = { ...page, sections: page.sections.filter(hasContent) };
  return { html: htmlOf(shown), text: textOf(shown) };
}

const hasContent = ({ items = [], figures = [], points = [], table }: MailSection): boolean =>
  items.length + figures.length + points.length + (table?.rows.length ?? 0) > 0;

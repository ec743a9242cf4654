import { mailHtml } from './html-part.js';
import type { MailDocument, RenderedMail } from './mail-document.js';
import { mailText } from './text-part.js';

/**
 * Both parts of a mail, of the same content in the same order. The same document always gives the same bytes: digests
 * that were sent are verified against what their events give, so a change here needs a new template of theirs, and what
 * this renders now kept beside it for the earlier ones.
 *
 * @throws for a link that is not http or https, since it opens no page
 */
export function renderedMail(mail: MailDocument): RenderedMail {
  const html = mailHtml(mail);
  for (const [, href] of html.matchAll(/ href="([^"]*)"/g))
    if (!/^https?:\/\//.test(href!)) throw new Error('A link in a mail must be http or https');
  return { subject: mail.subject, html, text: mailText(mail) };
}

/** «Fjordvik kommune», with a mark for a demonstration. */
export const organisationOf = ({ name, isDemo }: { readonly name: string; readonly isDemo: boolean }): string =>
  isDemo ? `${name} · Demodata` : name;

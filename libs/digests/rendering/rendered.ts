import type { DigestContent } from '../contract/index.js';
import { mailHtml } from './mail-html.js';
import { mailText } from './mail-text.js';
import type { MailDocument, RenderedMail } from './mail-document.js';

/** Both parts of a mail; the same document always gives the same. */
export const rendered = (mail: MailDocument): RenderedMail => ({
  subject: mail.subject,
  html: mailHtml(mail),
  text: mailText(mail),
});

/** «Fjordvik kommune», with a mark for a demonstration. */
export const organisationOf = ({ name, isDemo }: DigestContent['municipality']): string =>
  isDemo ? `${name} · Demodata` : name;

import { dayOf, listed } from '#platform/kernel';
import { organisationOf, renderedMail, type MailDocument, type RenderedMail } from '#platform/mail';
import { weekNumberOf, type DigestContent } from '../contract/index.js';
import type { DecisionLine } from '../domain/content/decisions.js';
import { clockTime, wholeDay } from './dates.js';
import { partsOf } from './digest-parts.js';
import { templateOf, type Template } from './digest-templates.js';
import { DIGEST_WORDS } from './digest-words.js';
import type { Writing } from './digest-writing.js';
import type { AnswerUrlOf } from './lines.js';
import { MailLinks } from './mail-links.js';

/**
 * Version of the template. A changed template gets a new number and keeps the old one beside it, so that each digest can
 * be rendered as it was sent.
 */
export const DIGEST_TEMPLATE = 5;
/** True for a template that this version of the program has. */
export const isKnownTemplate = (template: number): boolean => templateOf(template) !== undefined;

/** The digest of that template cannot be rendered by this version of the program. */
export class UnknownTemplate extends Error {
  override readonly name = 'UnknownTemplate';
}

/** Parts of the mail that is sent which its event does not hold; checksums leave them out. */
export interface OnlyInMail {
  /** Addresses of answers without signing in, which are secrets of the receiver. */
  readonly answerUrlOf?: AnswerUrlOf | undefined;
  /** Decisions that waited in the morning, and that no earlier mail told. */
  readonly decisions?: readonly DecisionLine[];
}

/** The mail of a digest, from its event and what the mail that is sent has besides. @throws UnknownTemplate */
export const digestMail = (content: DigestContent, besides: OnlyInMail = {}): RenderedMail =>
  renderedMail(digestDocument(content, besides));

/** The document from which both parts of the mail are rendered. @throws UnknownTemplate */
export function digestDocument(content: DigestContent, besides: OnlyInMail = {}): MailDocument {
  const template = templateOf(content.template);
  if (!template) throw new UnknownTemplate(`Template ${content.template}`);
  return documentOf(content, template, besides);
}

function documentOf(
  content: DigestContent,
  template: Template,
  { answerUrlOf, decisions = [] }: OnlyInMail,
): MailDocument {
  const { language, names, origin, municipality, week, on, isLate } = content;
  const waiting = content.needsCount + decisions.length;
  const words = DIGEST_WORDS[language];
  const nameOf = (id: string) => names[id] ?? null;
  const links = new MailLinks(origin);
  const hrefs = template.hrefsOf(content, links);
  const writing: Writing = { language, words, links, nameOf, answerUrlOf, hrefs };
  const number = weekNumberOf(week);
  const late = isLate ? `${words.late(number, wholeDay(on, language))} ` : '';
  const vacant =
    content.vacant.length === 0 ? '' : ` ${words.vacant(listed(content.vacant.map(writing.nameOf), language))}`;
  const isMandatory = content.roles.some((role) => role !== 'unit-leader');
  const { button, choices } = template.ending({ language, week, isMandatory }, links);
  return {
    language,
    subject: words.subject(number, waiting),
    title: words.title(waiting),
    lead: `${late}${words.lead(number, momentIn(content), waiting)}${vacant}`,
    organisation: organisationOf(municipality),
    parts: partsOf(template.hasEarly ? content : { ...content, early: null }, decisions, writing),
    layout: template.layout,
    button,
    footer: [
      { text: words.linksAreOfThen },
      { text: words.why[content.roles[0]!] },
      choices,
      { text: words.noTracking },
    ],
  };
}

/** «mandag 16. november 2026 kl. 07.00» */
function momentIn({ asOf, language }: DigestContent): string {
  return `${wholeDay(dayOf(new Date(asOf)), language)} kl. ${clockTime(new Date(asOf))}`;
}

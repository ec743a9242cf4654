import type { MailPart } from '#platform/mail';
import type { DigestContent } from '../contract/index.js';
import type { DecisionLine } from '../domain/content/decisions.js';
import { decisionPart } from './decision-part.js';
import { figureParts } from './digest-figures.js';
import type { Writing } from './digest-writing.js';
import { answerableItem, newsItem } from './lines.js';

/** The parts of a digest in their order: what needs the reader, decisions, news, and figures. */
export function partsOf(
  content: DigestContent,
  decisions: readonly DecisionLine[],
  writing: Writing,
): readonly MailPart[] {
  const own = [needsPart(content, writing), decisionPart(decisions, writing, true), newsPart(content, writing)];
  return [...own, ...figureParts(content, writing)].filter((part) => part !== null);
}

function needsPart({ needs, needsCount }: DigestContent, { words, answerUrlOf, ...writing }: Writing): MailPart | null {
  if (needs.length === 0) return null;
  const rest = needsCount - needs.length;
  return {
    kind: 'items',
    heading: words.needs,
    items: needs.map((need) => answerableItem(need, writing, answerUrlOf)),
    more: rest === 0 ? null : { text: words.moreNeeds(rest), href: writing.links.alerts() },
  };
}

function newsPart({ news, newsCount }: DigestContent, { words, ...writing }: Writing): MailPart | null {
  if (news.length === 0) return null;
  const rest = newsCount - news.length;
  return {
    kind: 'items',
    heading: words.news,
    items: news.map((item) => newsItem(item, writing)),
    more: rest === 0 ? null : { text: words.moreNews(rest), href: writing.links.start() },
  };
}

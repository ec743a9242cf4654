import type { ItemsPart } from '#platform/mail';
import type { MailLanguage } from '../contract/index.js';
import type { DecisionLine } from '../domain/content/decisions.js';
import type { LineWords } from './lines.js';

interface DecisionWords {
  readonly heading: string;
  readonly signIns: (n: number) => string;
  readonly signInDetails: string;
}

const WORDS: Readonly<Record<MailLanguage, DecisionWords>> = {
  nb: {
    heading: 'Venter på godkjenning',
    signIns: (n) =>
      n === 1
        ? 'Én person har logget inn og venter på godkjenning'
        : `${n} personer har logget inn og venter på godkjenning`,
    signInDetails: 'Navn og forslag står i Samspill',
  },
  nn: {
    heading: 'Ventar på godkjenning',
    signIns: (n) =>
      n === 1
        ? 'Éin person har logga inn og ventar på godkjenning'
        : `${n} personar har logga inn og ventar på godkjenning`,
    signInDetails: 'Namn og framlegg står i Samspill',
  },
};

/** What waits for the reader's decision; null for nothing. Without a heading where the mail has no other part. */
export function decisionPart(
  lines: readonly DecisionLine[],
  { language, links }: LineWords,
  hasHeading: boolean,
): ItemsPart | null {
  if (lines.length === 0) return null;
  const words = WORDS[language];
  return {
    kind: 'items',
    heading: hasHeading ? words.heading : null,
    items: lines.map(({ count }) => ({
      matter: words.signIns(count),
      href: links.signIns(),
      details: words.signInDetails,
    })),
    more: null,
  };
}

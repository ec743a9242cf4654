import type { ItemsPart } from '#platform/mail';
import type { MailLanguage } from '../contract/index.js';
import type { DecisionLine } from '../domain/content/decisions.js';
import { unitsIn, type LineWords } from './lines.js';

interface DecisionWords {
  readonly heading: string;
  readonly signIns: (n: number) => string;
  readonly signInDetails: string;
  readonly agreements: (n: number) => string;
}

const WORDS: Readonly<Record<MailLanguage, DecisionWords>> = {
  nb: {
    heading: 'Venter på godkjenning',
    signIns: (n) =>
      n === 1
        ? 'Én person har logget inn og venter på godkjenning'
        : `${n} personer har logget inn og venter på godkjenning`,
    signInDetails: 'Navn og forslag står i Samspill',
    agreements: (n) =>
      n === 1 ? 'En samarbeidsavtale venter på at du godkjenner den' : `${n} samarbeidsavtaler venter på godkjenning`,
  },
  nn: {
    heading: 'Ventar på godkjenning',
    signIns: (n) =>
      n === 1
        ? 'Éin person har logga inn og ventar på godkjenning'
        : `${n} personar har logga inn og ventar på godkjenning`,
    signInDetails: 'Namn og framlegg står i Samspill',
    agreements: (n) =>
      n === 1 ? 'Ein samarbeidsavtale ventar på at du godkjenner han' : `${n} samarbeidsavtalar ventar på godkjenning`,
  },
};

/** The part of a mail about decisions that wait for the reader; null if none do. It has no heading if the mail has no other part. */
export function decisionPart(lines: readonly DecisionLine[], words: LineWords, hasHeading: boolean): ItemsPart | null {
  if (lines.length === 0) return null;
  return {
    kind: 'items',
    heading: hasHeading ? WORDS[words.language].heading : null,
    items: lines.map((line) => itemOf(line, words)),
    more: null,
  };
}

function itemOf(line: DecisionLine, words: LineWords): ItemsPart['items'][number] {
  const { links, language } = words;
  const { signIns, signInDetails, agreements } = WORDS[language];
  if (line.what === 'sign-ins') return { matter: signIns(line.count), href: links.signIns(), details: signInDetails };
  const { unitIds } = line;
  const [first] = unitIds;
  return {
    matter: agreements(unitIds.length),
    href: unitIds.length === 1 ? links.unit(first!) : links.waitingAgreements(),
    details: unitsIn(unitIds, words),
  };
}

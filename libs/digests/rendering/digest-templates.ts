import type { MailDocument } from '#platform/mail';
import type { MailLanguage } from '../contract/index.js';
import { toFigures, toPagesOfToday, type HrefsOf } from './digest-hrefs.js';
import type { MailLinks } from './mail-links.js';

/** The ends of a digest: the button, and the footer's link about choices. */
interface DigestEnding {
  readonly button: MailDocument['button'];
  readonly choices: MailDocument['footer'][number];
}
interface EndingOf {
  readonly language: MailLanguage;
  readonly week: string;
  /** True for a digest that a role requires. */
  readonly isMandatory: boolean;
}
interface EndingWords {
  readonly button: string;
  readonly mandatory: string;
  readonly voluntary: string;
}
type InBoth = Readonly<Record<MailLanguage, EndingWords>>;

/** Template 1 was sent when the application had no page for a digest and none for the choices. */
const TO_GUIDE: InBoth = {
  nb: {
    button: 'Åpne Samspill',
    mandatory: 'Den hører til rollen og kan ikke slås av. Om e-posten fra Samspill',
    voluntary: 'Om e-posten fra Samspill, og hvordan du slår den av',
  },
  nn: {
    button: 'Opne Samspill',
    mandatory: 'Ho høyrer til rolla og kan ikkje slåast av. Om e-posten frå Samspill',
    voluntary: 'Om e-posten frå Samspill, og korleis du slår ho av',
  },
};

const TO_PAGES: InBoth = {
  nb: {
    button: 'Les den i Samspill',
    mandatory: 'Den hører til rollen og kan ikke slås av. Velg språk, ukedag og stille timer',
    voluntary: 'Slå den av, eller velg språk, ukedag og stille timer',
  },
  nn: {
    button: 'Les ho i Samspill',
    mandatory: 'Ho høyrer til rolla og kan ikkje slåast av. Vel språk, vekedag og stille timar',
    voluntary: 'Slå ho av, eller vel språk, vekedag og stille timar',
  },
};

/** Writes the ends of a digest. */
type Ending = (of: EndingOf, links: MailLinks) => DigestEnding;

const endingIn =
  (words: InBoth, hrefs: (links: MailLinks, week: string) => Readonly<Record<'button' | 'choices', string>>): Ending =>
  ({ language, week, isMandatory }, links) => {
    const { button, mandatory, voluntary } = words[language];
    const to = hrefs(links, week);
    return {
      button: { text: button, href: to.button },
      choices: { text: isMandatory ? mandatory : voluntary, href: to.choices },
    };
  };

const toPages = endingIn(TO_PAGES, (links, week) => ({ button: links.digest(week), choices: links.preferences() }));

const toGuide = endingIn(TO_GUIDE, (links) => ({ button: links.start(), choices: links.aboutMail() }));

/** The differences between templates: the ends, where figures lead, the layout of the mail, and its parts. */
export interface Template extends Pick<MailDocument, 'layout'> {
  readonly ending: Ending;
  readonly hrefsOf: HrefsOf;
  /** True where the first digest of a month has a part about early intervention. */
  readonly hasEarly: boolean;
}

/** By version. An entry never changes: digests that were sent are verified against it. */
const TEMPLATES: ReadonlyMap<number, Template> = new Map<number, Template>([
  [1, { ending: toGuide, hrefsOf: toPagesOfToday, layout: 1, hasEarly: false }],
  [2, { ending: toPages, hrefsOf: toPagesOfToday, layout: 1, hasEarly: false }],
  [3, { ending: toPages, hrefsOf: toPagesOfToday, layout: 2, hasEarly: false }],
  [4, { ending: toPages, hrefsOf: toFigures, layout: undefined, hasEarly: false }],
  [5, { ending: toPages, hrefsOf: toFigures, layout: undefined, hasEarly: true }],
]);

/** Undefined for a template that this version of the program does not have. */
export const templateOf = (template: number): Template | undefined => TEMPLATES.get(template);

import type { Texts } from '../../contract/index.js';

const words = (nb: string, nn: string, en: string): Texts => ({ nb, nn, en });

/** Sentences of the public page. */
export const WORDS = {
  heading: words('Publiserte tall', 'Publiserte tal', 'Published figures'),
  notFound: words(
    'Her er det ingen publiserte tall. Sjekk adressen, eller spør kommunen.',
    'Her er det ingen publiserte tal. Sjekk adressa, eller spør kommunen.',
    'There are no published figures here. Check the address, or ask the municipality.',
  ),
  all: words('Alt som er publisert', 'Alt som er publisert', 'Everything that is published'),
  version: words('Versjon', 'Versjon', 'Version'),
  published: words('publisert', 'publisert', 'published'),
  newer: words(
    'Det er kommet en nyere versjon av disse tallene:',
    'Det er kome ein nyare versjon av desse tala:',
    'There is a newer version of these figures:',
  ),
  reason: words('Hvorfor det kom en ny versjon', 'Kvifor det kom ein ny versjon', 'Why there is another version'),
  hidden: words('skjult', 'skjult', 'hidden'),
  whatHiddenMeans: words(
    '«:» betyr at tallet er skjult for å verne barn eller ansatte: det gjelder få, eller det kunne vært brukt til å regne ut et tall som gjelder få.',
    '«:» betyr at talet er skjult for å verne barn eller tilsette: det gjeld få, eller det kunne vore brukt til å rekne ut eit tal som gjeld få.',
    '“:” means that the figure is hidden to protect children or employees: it is about few, or it could be used to compute one that is.',
  ),
  none: words('ingenting å regne av', 'ingenting å rekne av', 'nothing to compute it from'),
  of: words('av', 'av', 'of'),
  dividedBy: words('Delt på', 'Delt på', 'Divided by'),
  counted: words('Antall', 'Tal på', 'Count'),
  figure: words('Tall', 'Tal', 'Figure'),
  how: words('Slik er tallet regnet', 'Slik er talet rekna', 'How the figure is computed'),
  left: words('Ikke med', 'Ikkje med', 'Left out'),
  definition: words('Definisjon, versjon', 'Definisjon, versjon', 'Definition, version'),
  known: words('Slik vi visste det', 'Slik vi visste det', 'As known on'),
  about: words('Om disse tallene', 'Om desse tala', 'About these figures'),
  frozen: words(
    'Tallene er frosset og blir ikke endret. En retting kommer som en ny versjon ved siden av denne.',
    'Tala er frosne og blir ikkje endra. Ei retting kjem som ein ny versjon ved sida av denne.',
    'The figures are frozen and are not changed. A correction comes as another version beside this one.',
  ),
  checksum: words('Kontrollsum (SHA-256)', 'Kontrollsum (SHA-256)', 'Checksum (SHA-256)'),
  smallest: words(
    'Tall om barn og saker under dette er skjult',
    'Tal om barn og saker under dette er skjulte',
    'Figures about children and cases below this are hidden',
  ),
  download: words('Last ned tallene (CSV)', 'Last ned tala (CSV)', 'Download the figures (CSV)'),
  languages: words('Språk', 'Språk', 'Language'),
  skip: words('Gå til innholdet', 'Gå til innhaldet', 'Go to the content'),
  demo: words(
    'Demodata: kommunen er oppdiktet',
    'Demodata: kommunen er oppdikta',
    'Demo data: the municipality is invented',
  ),
} as const satisfies Record<string, Texts>;

import type { RefusalTexts } from '#platform/kernel';
import type { PublicationRule } from './publication.decider.js';

export const publicationRefusals: RefusalTexts<PublicationRule> = {
  PERIOD_NOT_OVER: {
    kind: 'invalid',
    nb: 'Perioden er ikke over, så tallene kan fortsatt endre seg. Velg en periode som er over.',
    nn: 'Perioden er ikkje over, så tala kan framleis endre seg. Vel ein periode som er over.',
    en: 'The period is not over, so its figures can still change. Choose a period that is over.',
  },
  NOTHING_TO_PUBLISH: {
    kind: 'invalid',
    nb: 'Alle tallene er skjult. Velg minst ett tall som kan vises.',
    nn: 'Alle tala er skjulte. Vel minst eitt tal som kan visast.',
    en: 'All the figures are hidden. Choose at least one that can be shown.',
  },
  PREVIEW_CHANGED: {
    kind: 'stale',
    nb: 'Tallene er endret siden du så dem. Ingenting er publisert. Se på dem på nytt, og publiser så.',
    nn: 'Tala er endra sidan du såg dei. Ingenting er publisert. Sjå på dei på nytt, og publiser så.',
    en: 'The figures have changed since you saw them. Nothing was published. Look at them again, then publish.',
  },
  ALREADY_PUBLISHED: {
    kind: 'conflict',
    nb: 'Akkurat disse tallene er publisert fra før. Det er ikke noe nytt å publisere.',
    nn: 'Akkurat desse tala er publiserte frå før. Det er ikkje noko nytt å publisere.',
    en: 'Exactly these figures have been published already. There is nothing new to publish.',
  },
  REASON_MISSING: {
    kind: 'invalid',
    nb: 'Perioden er publisert før. Skriv hvorfor det kommer en ny versjon; begrunnelsen blir vist ved siden av den.',
    nn: 'Perioden er publisert før. Skriv kvifor det kjem ein ny versjon; grunngivinga blir vist ved sida av han.',
    en: 'The period has been published before. Say why there is another version; the reason is shown beside it.',
  },
};

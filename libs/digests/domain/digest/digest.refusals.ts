import type { RefusalTexts } from '#platform/kernel';
import type { DigestRule } from './digest.decider.js';

export const digestRefusals: RefusalTexts<DigestRule> = {
  DIGEST_NOT_MADE: {
    kind: 'not-found',
    nb: 'Det er ikke laget noen ukesoppsummering for denne personen og uken.',
    nn: 'Det er ikkje laga noka vekeoppsummering for denne personen og veka.',
    en: 'No weekly digest was made for this person and week.',
  },
  DIGEST_RESENT_OFTEN: {
    kind: 'conflict',
    nb: 'Oppsummeringen er sendt på nytt fem ganger. Sjekk e-postadressen til personen før du gjør noe mer.',
    nn: 'Oppsummeringa er send på nytt fem gonger. Sjekk e-postadressa til personen før du gjer noko meir.',
    en: 'The digest was sent again five times. Check the person’s mail address before doing anything more.',
  },
};

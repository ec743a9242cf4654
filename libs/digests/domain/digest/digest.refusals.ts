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
    nb: 'Oppsummeringen er sendt på nytt fem ganger. Sjekk at e-postadressen er riktig før du gjør noe mer.',
    nn: 'Oppsummeringa er send på nytt fem gonger. Sjekk at e-postadressa er rett før du gjer noko meir.',
    en: 'The digest was sent again five times. Check that the mail address is right before doing anything more.',
  },
};

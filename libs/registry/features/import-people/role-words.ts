import type { Language, Role } from '#platform/identity';

/** Common names of each role in bokmål, nynorsk and English; users are shown the first of each. */
const WORDS: { readonly [R in Role]: { readonly [L in Language]: readonly string[] } } = {
  'unit-leader': {
    nb: ['rektor', 'styrer', 'enhetsleder', 'skoleleder', 'barnehagestyrer'],
    nn: ['rektor', 'styrar', 'einingsleiar', 'skuleleiar', 'barnehagestyrar'],
    en: ['unit leader', 'head teacher', 'principal'],
  },
  'meeting-chair': {
    nb: ['møteleder', 'møteansvarlig'],
    nn: ['møteleiar', 'møteansvarleg'],
    en: ['meeting chair', 'chair'],
  },
  teacher: {
    nb: ['lærer', 'kontaktlærer', 'pedagogisk leder'],
    nn: ['lærar', 'kontaktlærar', 'pedagogisk leiar'],
    en: ['teacher'],
  },
  'service-member': {
    nb: ['tjenestemedlem', 'tjeneste', 'ansatt i tjeneste'],
    nn: ['tenestemedlem', 'teneste', 'tilsett i teneste'],
    en: ['service member', 'service', 'member of the service'],
  },
  'service-unit-leader': {
    nb: ['virksomhetsleder'],
    nn: ['verksemdsleiar'],
    en: ['service unit leader'],
  },
  coordinator: {
    nb: ['koordinator', 'tfs-koordinator'],
    nn: ['koordinator', 'tfs-koordinator'],
    en: ['coordinator'],
  },
  director: {
    nb: ['direktør', 'kommunedirektør'],
    nn: ['direktør', 'kommunedirektør'],
    en: ['director'],
  },
  elected: { nb: ['folkevalgt'], nn: ['folkevald'], en: ['elected'] },
  auditor: {
    nb: ['revisor', 'personvernombud'],
    nn: ['revisor', 'personvernombod'],
    en: ['auditor', 'data protection officer'],
  },
};

// User input is looked up in a Map: an object would find its own `constructor`.
const ROLES: ReadonlyMap<string, Role> = new Map(
  (Object.entries(WORDS) as [Role, (typeof WORDS)[Role]][]).flatMap(([role, words]) =>
    [role, ...words.nb, ...words.nn, ...words.en].map((word) => [word, role] as const),
  ),
);

/** The role named in a cell, in any of the languages; undefined for no match. */
export const roleOf = (text: string): Role | undefined => ROLES.get(text.toLowerCase());

/** The role names that an import accepts, as shown to users: «rektor, styrer, …». */
export const knownRoles = (language: Language): string =>
  [...new Set(Object.values(WORDS).flatMap((words) => words[language]))].join(', ');

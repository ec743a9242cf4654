const same = (word: string) => ({ nb: word, nn: word });

/** Words of a printed agreement, in both forms of Norwegian. */
export const AGREEMENT_WORDS = {
  title: { nb: 'Samarbeidsavtale', nn: 'Samarbeidsavtale' },
  schoolYear: { nb: 'skoleåret', nn: 'skuleåret' },
  municipality: same('Kommune'),
  version: { nb: 'Versjon', nn: 'Versjon' },
  proposed: { nb: 'Foreslått', nn: 'Foreslått' },
  unit: { nb: 'For enheten', nn: 'For eininga' },
  services: { nb: 'For tjenestene', nn: 'For tenestene' },
  waits: { nb: 'ikke godkjent', nn: 'ikkje godkjend' },
  approved: { nb: 'godkjent', nn: 'godkjend' },
  meetings: { nb: 'Møter', nn: 'Møte' },
  at: same('kl.'),
  members: { nb: 'Faste deltakere og vara', nn: 'Faste deltakarar og vara' },
  name: { nb: 'Navn', nn: 'Namn' },
  jobTitle: { nb: 'Stilling', nn: 'Stilling' },
  deputy: same('Vara'),
  noDeputy: { nb: 'ingen', nn: 'ingen' },
  duties: { nb: 'Tjenester', nn: 'Tenester' },
  must: { nb: 'skal møte fast', nn: 'skal møte fast' },
  may: { nb: 'møter ved behov', nn: 'møter ved behov' },
  demo: { nb: 'Demodata: kommunen og menneskene er oppdiktet.', nn: 'Demodata: kommunen og menneska er oppdikta.' },
  demoMark: same('Demodata'),
  page: same('Side'),
  of: same('av'),
} as const;

import type { DigestRole, MailLanguage } from '../contract/index.js';

const matters = (n: number, one: string, other: string): string => (n === 1 ? `1 ${one}` : `${n} ${other}`);
/** 88 of `{ count: 7, of: 8 }`. */
const percent = (share: number): string => `${share} %`;

/** «skoleåret 2025–2026», «høsten 2026» */
const periodInWords = (period: string, year: string, autumn: string): string =>
  period.endsWith('H2') ? `${autumn} ${period.slice(0, 4)}` : `${year} ${period.replace('-', '–')}`;

/** Texts of the weekly digest. */
export interface DigestWords {
  readonly subject: (week: number, needs: number) => string;
  readonly title: (needs: number) => string;
  readonly lead: (week: number, moment: string, needs: number) => string;
  readonly late: (week: number, day: string) => string;
  readonly vacant: (units: string) => string;
  readonly needs: string;
  readonly moreNeeds: (n: number) => string;
  readonly news: string;
  readonly moreNews: (n: number) => string;
  readonly meetings: string;
  readonly met: (month: string) => string;
  readonly of: (count: number, of: number) => string;
  readonly metLastYear: (count: number, of: number) => string;
  readonly heldLastWeek: string;
  readonly plannedThisWeek: string;
  readonly unplanned: (unit: string) => string;
  readonly leftOfMonth: string;
  readonly protocols: string;
  readonly inTime: (month: string) => string;
  readonly missing: (units: string) => string;
  readonly sinceMeeting: string;
  readonly workingDays: (n: number) => string;
  readonly percent: (share: number) => string;
  readonly none: string;
  readonly actions: string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly noService: string;
  readonly total: string;
  readonly changeNote: string;
  readonly row: (started: number, ended: number, open: number, overdue: number, change: string) => string;
  readonly openActions: string;
  readonly overdueActions: string;
  readonly sinceLastWeek: (change: string) => string;
  /** Heading: of a school year, `2025-2026`, or of an autumn, `2026H2`. */
  readonly early: (period: string) => string;
  readonly mattersUnderTen: string;
  readonly resourcesUnderTen: string;
  readonly notShown: string;
  readonly tooSmall: string;
  readonly good: string;
  readonly unitOnTrack: (unit: string) => string;
  readonly completedInTime: (service: string, n: number) => string;
  readonly linksAreOfThen: string;
  readonly why: Readonly<Record<DigestRole, string>>;
  readonly noTracking: string;
}

const nb: DigestWords = {
  subject: (week, needs) =>
    `Ukesoppsummering uke ${week} – ${needs === 0 ? 'alt i rute' : `${matters(needs, 'sak', 'saker')} krever deg`}`,
  title: (needs) => (needs === 0 ? 'Alt i rute' : `${matters(needs, 'sak', 'saker')} krever deg`),
  lead: (week, moment, needs) =>
    needs === 0
      ? `Uke ${week}. Ingenting krever deg denne uken. Tallene gjelder ${moment}.`
      : `Uke ${week}. Tallene gjelder ${moment}.`,
  late: (week, day) => `Oppsummeringen for uke ${week} er forsinket og ble laget ${day}.`,
  vacant: (units) => `${units} har ingen virksomhetsleder nå. Derfor får du også denne oppsummeringen.`,
  needs: 'Krever deg nå',
  moreNeeds: (n) => `Se ${matters(n, 'sak', 'saker')} til`,
  news: 'Nytt i møteplanen',
  moreNews: (n) => `Se ${matters(n, 'endring', 'endringer')} til`,
  meetings: 'Møter',
  met: (month) => `Enheter med møte i ${month}`,
  of: (count, of) => `${count} av ${of}`,
  metLastYear: (count, of) => `${count} av ${of} samme dag i fjor`,
  heldLastWeek: 'Møter holdt forrige uke',
  plannedThisWeek: 'Møter denne uken',
  unplanned: (unit) => `Uten møte i planen: ${unit}`,
  leftOfMonth: 'igjen av måneden',
  protocols: 'Protokoller',
  inTime: (month) => `Levert i tide i ${month}`,
  missing: (units) => `Mangler: ${units}`,
  sinceMeeting: 'siden møtet',
  workingDays: (n) => (n === 1 ? '1 virkedag' : `${n} virkedager`),
  percent,
  none: 'ingen',
  actions: 'Tiltak',
  columns: ['Tjeneste', 'Nye', 'Avsluttet', 'Åpne', 'Over frist', 'Endring'],
  noService: 'Uten tjeneste',
  total: 'I alt',
  changeNote: 'Endring: tiltak over frist nå, sammenlignet med for sju dager siden.',
  row: (started, ended, open, overdue, change) =>
    `${started} ${started === 1 ? 'nytt' : 'nye'}, ${ended} avsluttet, ${open} ${open === 1 ? 'åpent' : 'åpne'}, ${overdue} over frist (${change})`,
  openActions: 'Åpne tiltak',
  overdueActions: 'Tiltak over frist',
  sinceLastWeek: (change) => `${change} siden forrige uke`,
  early: (period) => `Tidlig innsats, ${periodInWords(period, 'skoleåret', 'høsten')}`,
  mattersUnderTen: 'Anonyme saker om barn under 10 år',
  resourcesUnderTen: '80/20: ekstra ressurser til barn under 10 år',
  notShown: 'vises ikke',
  tooSmall: 'tallene er så små at de kunne pekt ut enkeltbarn',
  good: 'Bra denne uken',
  unitOnTrack: (unit) => `${unit} er i rute igjen: protokollen er levert.`,
  completedInTime: (service, n) => `${service} fullførte ${n === 1 ? 'ett tiltak' : `${n} tiltak`} innen fristen.`,
  linksAreOfThen: 'Lenkene til tall viser dem slik de var da oppsummeringen ble laget.',
  why: {
    coordinator: 'Du får denne hver uke fordi du er koordinator.',
    'service-unit-leader': 'Du får denne hver uke fordi du er virksomhetsleder.',
    'unit-leader': 'Du får denne hver uke fordi du har bedt om den.',
  },
  noTracking: 'Vi måler ikke om du åpner e-posten.',
};

const nn: DigestWords = {
  subject: (week, needs) =>
    `Vekeoppsummering veke ${week} – ${needs === 0 ? 'alt i rute' : `${matters(needs, 'sak', 'saker')} krev deg`}`,
  title: (needs) => (needs === 0 ? 'Alt i rute' : `${matters(needs, 'sak', 'saker')} krev deg`),
  lead: (week, moment, needs) =>
    needs === 0
      ? `Veke ${week}. Ingenting krev deg denne veka. Tala gjeld ${moment}.`
      : `Veke ${week}. Tala gjeld ${moment}.`,
  late: (week, day) => `Oppsummeringa for veke ${week} er forseinka og vart laga ${day}.`,
  vacant: (units) => `${units} har ingen verksemdsleiar no. Derfor får du òg denne oppsummeringa.`,
  needs: 'Krev deg no',
  moreNeeds: (n) => `Sjå ${matters(n, 'sak', 'saker')} til`,
  news: 'Nytt i møteplanen',
  moreNews: (n) => `Sjå ${matters(n, 'endring', 'endringar')} til`,
  meetings: 'Møte',
  met: (month) => `Einingar med møte i ${month}`,
  of: (count, of) => `${count} av ${of}`,
  metLastYear: (count, of) => `${count} av ${of} same dag i fjor`,
  heldLastWeek: 'Møte haldne førre veke',
  plannedThisWeek: 'Møte denne veka',
  unplanned: (unit) => `Utan møte i planen: ${unit}`,
  leftOfMonth: 'att av månaden',
  protocols: 'Protokollar',
  inTime: (month) => `Levert i tide i ${month}`,
  missing: (units) => `Manglar: ${units}`,
  sinceMeeting: 'sidan møtet',
  workingDays: (n) => (n === 1 ? '1 virkedag' : `${n} virkedagar`),
  percent,
  none: 'ingen',
  actions: 'Tiltak',
  columns: ['Teneste', 'Nye', 'Avslutta', 'Opne', 'Over frist', 'Endring'],
  noService: 'Utan teneste',
  total: 'I alt',
  changeNote: 'Endring: tiltak over frist no, samanlikna med for sju dagar sidan.',
  row: (started, ended, open, overdue, change) =>
    `${started} ${started === 1 ? 'nytt' : 'nye'}, ${ended} avslutta, ${open} ${open === 1 ? 'ope' : 'opne'}, ${overdue} over frist (${change})`,
  openActions: 'Opne tiltak',
  overdueActions: 'Tiltak over frist',
  sinceLastWeek: (change) => `${change} sidan førre veke`,
  early: (period) => `Tidleg innsats, ${periodInWords(period, 'skuleåret', 'hausten')}`,
  mattersUnderTen: 'Anonyme saker om barn under 10 år',
  resourcesUnderTen: '80/20: ekstra ressursar til barn under 10 år',
  notShown: 'blir ikkje vist',
  tooSmall: 'tala er så små at dei kunne peikt ut enkeltbarn',
  good: 'Bra denne veka',
  unitOnTrack: (unit) => `${unit} er i rute igjen: protokollen er levert.`,
  completedInTime: (service, n) => `${service} fullførte ${n === 1 ? 'eitt tiltak' : `${n} tiltak`} innan fristen.`,
  linksAreOfThen: 'Lenkjene til tal viser dei slik dei var då oppsummeringa vart laga.',
  why: {
    coordinator: 'Du får denne kvar veke fordi du er koordinator.',
    'service-unit-leader': 'Du får denne kvar veke fordi du er verksemdsleiar.',
    'unit-leader': 'Du får denne kvar veke fordi du har bede om ho.',
  },
  noTracking: 'Vi måler ikkje om du opnar e-posten.',
};

export const DIGEST_WORDS: Readonly<Record<MailLanguage, DigestWords>> = { nb, nn };

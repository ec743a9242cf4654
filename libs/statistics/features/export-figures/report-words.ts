import type { Language } from '#platform/identity';
import { ZONE, type CalendarDate, type Month } from '#platform/kernel';
import type { UnitKind } from '#registry/contract';
import type { ActionFact, AgeBand, Breakdown, FigureUnit, Texts } from '../../contract/index.js';
import type { AbsentReason } from '../../domain/shown-figures/index.js';

type Words<Code extends string> = Readonly<Record<Code, Texts>>;
const words = (nb: string, nn: string, en: string): Texts => ({ nb, nn, en });
const age = (band: string) => words(`${band} år`, `${band} år`, `${band} years`);

/** Fixed phrases of a report about figures. */
export const PHRASES = {
  statistics: words('Statistikk', 'Statistikk', 'Statistics'),
  figures: words('Tall', 'Tal', 'Figures'),
  definitions: words('Definisjoner', 'Definisjonar', 'Definitions'),
  about: words('Om tallene', 'Om tala', 'About the figures'),
  number: words('Nr.', 'Nr.', 'No.'),
  version: words('Versjon', 'Versjon', 'Version'),
  indicator: words('Indikator', 'Indikator', 'Indicator'),
  period: words('Periode', 'Periode', 'Period'),
  from: words('Fra', 'Frå', 'From'),
  to: words('Til', 'Til', 'To'),
  by: words('Delt på', 'Delt på', 'Divided by'),
  code: words('Kode', 'Kode', 'Code'),
  name: words('Navn', 'Namn', 'Name'),
  aside: words('Tall ved siden av', 'Tal ved sida av', 'Figure beside it'),
  numerator: words('Teller', 'Teljar', 'Numerator'),
  denominator: words('Nevner', 'Nemnar', 'Denominator'),
  value: words('Verdi', 'Verdi', 'Value'),
  unit: words('Enhet for verdien', 'Eining for verdien', 'Unit of the value'),
  mean: words('Gjennomsnitt', 'Gjennomsnitt', 'Mean'),
  lowerQuartile: words('Nedre kvartil', 'Nedre kvartil', 'Lower quartile'),
  median: words('Median', 'Median', 'Median'),
  upperQuartile: words('Øvre kvartil', 'Øvre kvartil', 'Upper quartile'),
  improvement: words('Utvikling', 'Utvikling', 'Development'),
  absent: words('Hvorfor verdien mangler', 'Kvifor verdien manglar', 'Why there is no value'),
  filters: words('Utvalg', 'Utval', 'Selection'),
  asOf: words('Slik vi visste det per', 'Slik vi visste det per', 'As known on'),
  lastEvent: words('Siste hendelse', 'Siste hending', 'Last event'),
  eventId: words('Hendelsens id', 'Hendinga sin id', 'Id of the event'),
  municipality: words('Kommune', 'Kommune', 'Municipality'),
  explanation: words('Forklaring', 'Forklaring', 'Explanation'),
  exclusions: words('Ikke med', 'Ikkje med', 'Left out'),
  kind: words('Type', 'Type', 'Kind'),
  area: words('Område', 'Område', 'Area'),
  oneUnit: words('Enhet', 'Eining', 'Unit'),
  service: words('Tjeneste', 'Teneste', 'Service'),
  everything: words('hele kommunen', 'heile kommunen', 'the whole municipality'),
  whole: words('I alt', 'I alt', 'All'),
  now: words('i dag', 'i dag', 'today'),
  nothingKnown: words('ingenting var meldt da', 'ingenting var meldt då', 'nothing was recorded then'),
  nothing: words('ingenting å regne av', 'ingenting å rekne av', 'nothing to compute it from'),
  overlap: words(
    'Et fellesmøte er med hos hver av enhetene, så delene kan bli mer enn det hele.',
    'Eit fellesmøte er med hos kvar av einingane, så delane kan bli meir enn det heile.',
    'A joint meeting is in the part of each of its units, so the parts may add up to more than the whole.',
  ),
  demo: words(
    'Demodata: kommunen, menneskene og tiltakene er oppdiktet.',
    'Demodata: kommunen, menneska og tiltaka er oppdikta.',
    'Demo data: the municipality, the people and the actions are invented.',
  ),
  demoMark: words('Demodata', 'Demodata', 'Demo data'),
  inShort: words('Kort fortalt', 'Kort fortalt', 'In short'),
  month: words('Måned', 'Månad', 'Month'),
  centreLine: words('midtlinje', 'midtlinje', 'centre line'),
  upperLimit: words('øvre grense', 'øvre grense', 'upper limit'),
  lowerLimit: words('nedre grense', 'nedre grense', 'lower limit'),
  howToRead: words(
    'Linjene: Den heltrukne rette linjen er midtlinjen, de stiplede er grensene. Grensene er laget av de 12 første målingene siden kommunen eller enheten begynte; er de på bildet, er feltet bak dem grått. En rute er en del av et signal, en tom ring er en måned som ikke er ferdig («så langt»). Linjen er brutt der det ikke er møteplikt, som i juli.',
    'Linjene: Den heiltrekte rette linja er midtlinja, dei stipla er grensene. Grensene er laga av dei 12 første målingane sidan kommunen eller eininga byrja; er dei på biletet, er feltet bak dei grått. Ei rute er ein del av eit signal, ein tom ring er ein månad som ikkje er ferdig («så langt»). Linja er broten der det ikkje er møteplikt, som i juli.',
    'The lines: the solid straight line is the centre line, the dashed ones are the limits. The limits are made of the first 12 points since the municipality or the unit began; where they are in the picture, the area behind them is grey. A diamond is part of a signal, an empty ring is a month that is not finished (“so far”). The line is broken where nobody must meet, as in July.',
  ),
  page: words('Side', 'Side', 'Page'),
  of: words('av', 'av', 'of'),
} as const satisfies Words<string>;

export const UNITS: Words<FigureUnit> = {
  'per-cent': words('prosent', 'prosent', 'per cent'),
  number: words('antall', 'tal', 'number'),
  'calendar-days': words('dager', 'dagar', 'days'),
  'working-days': words('virkedager', 'virkedagar', 'working days'),
  months: words('måneder', 'månader', 'months'),
  mean: words('gjennomsnitt', 'gjennomsnitt', 'mean'),
};

export const IMPROVEMENTS: Words<'better' | 'worse' | 'as-before' | 'too-few-points'> = {
  better: words('bedre', 'betre', 'better'),
  worse: words('dårligere', 'dårlegare', 'worse'),
  'as-before': words('som før', 'som før', 'as before'),
  'too-few-points': words('for få målinger', 'for få målingar', 'too few points'),
};

/** Why a figure is hidden; never whether it is small itself, or hidden because another one is. */
export const HIDDEN: Words<AbsentReason> = {
  'small-numbers': words(
    'skjult: gjelder få barn, eller kunne vært brukt til å regne ut et slikt tall',
    'skjult: gjeld få barn, eller kunne vore brukt til å rekne ut eit slikt tal',
    'hidden: it is about few children, or such a figure could be computed from it',
  ),
  unproven: words(
    'skjult: det er ikke vist at tallet er trygt å vise',
    'skjult: det er ikkje vist at talet er trygt å vise',
    'hidden: it is not proven that it is safe to show',
  ),
  'not-final': words(
    'skjult: tall om barn vises fra den trettiende dagen etter skoleåret',
    'skjult: tal om barn blir viste frå den trettiande dagen etter skuleåret',
    'hidden: figures about children are shown from the thirtieth day after the school year',
  ),
  'not-divided': words(
    'skjult: sammen med andre tall kunne denne inndelingen eller dette utvalget vise enkeltbarn',
    'skjult: saman med andre tal kunne denne inndelinga eller dette utvalet vise enkeltbarn',
    'hidden: together with other figures this division or selection could show single children',
  ),
  'too-close': words(
    'skjult: for nær et tall som er publisert',
    'skjult: for nær eit tal som er publisert',
    'hidden: too close to a published figure',
  ),
  'one-employee': words(
    'skjult: ville handlet om én ansatt',
    'skjult: ville handla om éin tilsett',
    'hidden: it would be about one employee',
  ),
};

export const BREAKDOWN_NAMES: Words<Breakdown> = {
  month: words('måned', 'månad', 'month'),
  'half-year': words('halvår', 'halvår', 'half-year'),
  'school-year': words('skoleår', 'skuleår', 'school year'),
  unit: words('enhet', 'eining', 'unit'),
  'unit-kind': words('type enhet', 'type eining', 'kind of unit'),
  area: words('område', 'område', 'area'),
  service: words('tjeneste', 'teneste', 'service'),
  level: words('nivå', 'nivå', 'level'),
  category: words('kategori', 'kategori', 'category'),
  approach: words('tilnærming', 'tilnærming', 'approach'),
  'age-band': words('alder', 'alder', 'age'),
  person: words('ansvarlig person', 'ansvarleg person', 'responsible person'),
};

export const UNIT_KINDS: Words<UnitKind> = {
  school: words('skoler', 'skular', 'schools'),
  kindergarten: words('barnehager', 'barnehagar', 'kindergartens'),
};

/** Names of parts by the code that they are divided by. */
export const CODES: Words<
  | 'none'
  | UnitKind
  | ActionFact['level']
  | ActionFact['category']
  | NonNullable<ActionFact['approach']>
  | NonNullable<AgeBand>
> = {
  none: words('ikke oppgitt', 'ikkje oppgitt', 'not given'),
  ...UNIT_KINDS,
  individual: words('individ', 'individ', 'individual'),
  group: words('gruppe', 'gruppe', 'group'),
  system: words('system', 'system', 'system'),
  'competence-building': words('kompetanseheving', 'kompetanseheving', 'competence building'),
  guidance: words('veiledning', 'rettleiing', 'guidance'),
  'observation-assessment': words(
    'observasjon og kartlegging',
    'observasjon og kartlegging',
    'observation and assessment',
  ),
  'group-adaptation': words('tilrettelegging i gruppe', 'tilrettelegging i gruppe', 'adaptation in group'),
  'parent-cooperation': words('foreldresamarbeid', 'foreldresamarbeid', 'cooperation with parents'),
  referral: words('henvisning', 'tilvising', 'referral'),
  statped: words('Statped', 'Statped', 'Statped'),
  'extra-resources': words('ekstra ressurser', 'ekstra ressursar', 'extra resources'),
  report: words('melding', 'melding', 'report'),
  other: words('annet', 'anna', 'other'),
  preventive: words('forebyggende', 'førebyggjande', 'preventive'),
  compensating: words('kompenserende', 'kompenserande', 'compensating'),
  '0-2': age('0–2'),
  '3-5': age('3–5'),
  '6-9': age('6–9'),
  '10-12': age('10–12'),
  '13-15': age('13–15'),
  '16-23': age('16–23'),
};

const LOCALE: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const noon = (day: CalendarDate) => new Date(`${day}T12:00:00Z`);

/** «22. november 2026» */
export const dayInWords = (day: CalendarDate, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeZone: 'UTC' }).format(noon(day));
/** «22. november 2026 kl. 09:00», by the clock in Norway. */
export const momentInWords = (moment: Date, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'long', timeStyle: 'short', timeZone: ZONE }).format(moment);
/** With as many decimals, and no-break spaces between thousands. */
export const numberInWords = (value: number, language: Language, decimals: number): string =>
  new Intl.NumberFormat(LOCALE[language], { minimumFractionDigits: 0, maximumFractionDigits: decimals }).format(value);

const HALVES: Words<'1' | '2'> = {
  '1': words('våren', 'våren', 'spring'),
  '2': words('høsten', 'hausten', 'autumn'),
};
const SCHOOL_YEAR = words('skoleåret', 'skuleåret', 'school year');
const SCHOOL_YEARS = words('skoleårene', 'skuleåra', 'school years');

/** A period by its key: «oktober 2026», «høsten 2026», «skoleåret 2026/27», «skoleårene 2020/21–2026/27». */
export function periodInWords(key: string, language: Language): string {
  const [, year, half] = /^(\d{4})H([12])$/.exec(key) ?? [];
  if (half) return `${HALVES[half as '1' | '2'][language]} ${year}`;
  const [first, second] = key.split('-').map(Number) as [number, number];
  if (key.length === 'YYYY-MM'.length) return monthInWords(key as Month, language);
  return second === first + 1
    ? `${SCHOOL_YEAR[language]} ${schoolYearInWords(first)}`
    : `${SCHOOL_YEARS[language]} ${schoolYearInWords(first)}–${schoolYearInWords(second - 1)}`;
}

const IN_SCHOOL_YEAR = words('i', 'i', 'in the');
const IN = words('i', 'i', 'in');

/** «i skoleåret 2026/27», «høsten 2026», «i november 2026» */
export function inPeriodInWords(key: string, language: Language): string {
  const name = periodInWords(key, language);
  if (key.includes('H')) return language === 'en' ? `in ${name}` : name;
  return `${(key.length === 'YYYY-MM'.length ? IN : IN_SCHOOL_YEAR)[language]} ${name}`;
}

/** «2026/27» */
export const schoolYearInWords = (first: number): string => `${first}/${String(first + 1).slice(2)}`;

/** «august» */
export const monthAloneInWords = (month: string, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { month: 'long', timeZone: 'UTC' }).format(
    noon(`${month}-15` as CalendarDate),
  );

/** «aug. 26» */
export const shortMonthInWords = (month: string, language: Language): string =>
  `${new Intl.DateTimeFormat(LOCALE[language], { month: 'short', timeZone: 'UTC' }).format(noon(`${month}-15` as CalendarDate))} ${month.slice(2, 4)}`;

const monthInWords = (month: Month, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    noon(`${month}-15` as CalendarDate),
  );

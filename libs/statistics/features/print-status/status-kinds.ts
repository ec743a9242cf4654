import { schoolYearOf, type CalendarDate } from '#platform/kernel';
import { periodOf, schoolYearPeriod, type Period, type Texts } from '../../contract/index.js';

export type StatusKind = 'half-year-status' | 'annual-evaluation';

/** A document about a period, with the figures that it has and what it asks those who answer for them. */
export interface Status {
  readonly title: Texts;
  /** Its purpose, below the title. */
  readonly purpose: Texts;
  /** Kind of period that it is about. */
  readonly period: Period['kind'];
  /** Numbers of indicators, in their order. */
  readonly indicators: readonly number[];
  /** Answered by hand, or in the meeting where it is gone through. */
  readonly questions: readonly Texts[];
  /** The period that the day is in. */
  current(this: void, today: CalendarDate): Period;
}

const words = (nb: string, nn: string, en: string): Texts => ({ nb, nn, en });
const EXPLAINS = words(
  'Hva forklarer tallene? Nevn enheter og tjenester, ikke barn.',
  'Kva forklarer tala? Nemn einingar og tenester, ikkje barn.',
  'What explains the figures? Name units and services, not children.',
);
const SIGNED = words('Sted, dato og underskrift', 'Stad, dato og underskrift', 'Place, date and signature');

/**
 * The half-year status goes to the leader of the services in December and June; the evaluation closes the school year.
 */
export const STATUSES: Readonly<Record<StatusKind, Status>> = {
  'half-year-status': {
    title: words('Halvårsstatus', 'Halvårsstatus', 'Half-year status'),
    purpose: words(
      'Blir det tverrfaglige samarbeidet fulgt, og blir det bedre? Dokumentet går til virksomhetslederen og til møtet om neste halvår.',
      'Blir det tverrfaglege samarbeidet følgt, og blir det betre? Dokumentet går til verksemdsleiaren og til møtet om neste halvår.',
      'Is the interdisciplinary cooperation followed, and is it getting better? For the service unit leader, and for the meeting about the next half-year.',
    ),
    period: 'half-year',
    indicators: [2, 7, 9, 12, 13, 17, 19, 22, 24],
    questions: [
      EXPLAINS,
      words('Hva fortsetter vi med?', 'Kva held vi fram med?', 'What do we go on with?'),
      words(
        'Hva endrer vi neste halvår, og hvem har ansvaret?',
        'Kva endrar vi neste halvår, og kven har ansvaret?',
        'What do we change in the next half-year, and who is responsible?',
      ),
      SIGNED,
    ],
    current: (today) => periodOf(`${today.slice(0, 4)}H${today.slice(5) < '08' ? 1 : 2}`)!,
  },
  'annual-evaluation': {
    title: words('Evaluering i juni', 'Evaluering i juni', 'Evaluation in June'),
    purpose: words(
      'Skoleåret gått gjennom i siste møte: hva som ble holdt, hva tiltakene førte til, og hva som avsluttes, videreføres eller overføres til ny enhet.',
      'Skuleåret gått gjennom i siste møte: kva som blei halde, kva tiltaka førte til, og kva som blir avslutta, vidareført eller overført til ny eining.',
      'The school year gone through in the last meeting: what was held, what the actions led to, and what is closed, carried on or handed over to another unit.',
    ),
    period: 'school-year',
    indicators: [2, 3, 5, 7, 12, 13, 17, 18, 19, 22, 23, 24, 25, 29],
    questions: [
      words('Hva har fungert godt i år?', 'Kva har fungert godt i år?', 'What has worked well this year?'),
      EXPLAINS,
      words(
        'Hvilke åpne tiltak avsluttes, videreføres eller overføres til ny enhet? Hvem følger opp?',
        'Kva opne tiltak blir avslutta, vidareførte eller overførte til ny eining? Kven følgjer opp?',
        'Which open actions are closed, carried on or handed over to another unit? Who follows up?',
      ),
      words(
        'Hva tar vi med til neste skoleår?',
        'Kva tek vi med til neste skuleår?',
        'What do we take with us to the next school year?',
      ),
      SIGNED,
    ],
    current: (today) => schoolYearPeriod(schoolYearOf(today)),
  },
};

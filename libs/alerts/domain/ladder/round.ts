import { isWorkingDay, type CalendarDate } from '#platform/kernel';
import { ladderOf, type LadderKind } from '#registry/contract';
import type { AlertFacts } from '../alert.js';
import { situationOn, type Situation } from '../situation.js';
import type { Absence } from '../causes/absence-causes.js';
import type { AlertCause } from '../causes/alert-cause.js';
import { causesOn } from '../causes/causes-on.js';
import { WORKING_DAYS_AFTER_CONTACT } from '../units-to-call.js';
import type { AlertSteps } from '../alert-steps/alert-steps.state.js';
import { passedSteps } from './ladder-steps.js';
import { receiversOf, type Receiver } from './receivers.js';

export interface RoundFacts extends AlertFacts {
  readonly absences: readonly Absence[];
  /** The day of the last reminder of the unit or call to it; undefined for none. */
  readonly lastContact: (unitId: string) => CalendarDate | undefined;
  /** The steps told about an alert before. */
  readonly stepsOf: (alertId: string) => AlertSteps | undefined;
}

/** A step that is due: it tells its receivers, or waits for the coordinator. */
export interface DueStep {
  readonly cause: AlertCause;
  readonly step: number;
  readonly to: readonly Receiver[];
  /** Lower steps that were passed untold. */
  readonly skipped: readonly number[];
  readonly isHeldBack: boolean;
}

/** Working days since a step was due after which it waits for the coordinator, when days without a round are made up. */
export const OLD_AFTER_WORKING_DAYS = 5;

/**
 * The steps that a day's round tells: of each cause the highest one that it has passed, to its receivers or, where it was
 * told before, to those who have taken over since. None goes
 * out on a day when the unit is closed, such as July at a school. After days without a round (`isCatchUp`), steps that
 * were due more than `OLD_AFTER_WORKING_DAYS` ago are held back: thousands of actions over due must not become thousands
 * of mails.
 */
export const roundOn = (day: CalendarDate, facts: RoundFacts, isCatchUp: boolean): readonly DueStep[] =>
  dueSteps(causesOfDay(day, facts), facts, isCatchUp);

/** The causes about which a step may go out on a day, whatever the steps and what was told of them. */
export interface CausesOfDay {
  readonly situation: Situation;
  readonly causes: readonly AlertCause[];
}

/** Finds the causes of a day that are neither silenced nor at a unit that is closed. */
export function causesOfDay(day: CalendarDate, facts: Omit<RoundFacts, 'stepsOf'>): CausesOfDay {
  const situation = situationOn(day, facts);
  const causes = causesOn(facts, facts.absences, situation);
  const isSilenced = silencing(causes, facts, situation);
  const isOpen = ({ subject: { unitIds } }: AlertCause) => isWorkingDay(day, situation.isFreeAt(unitIds));
  return { situation, causes: causes.filter((cause) => isOpen(cause) && !isSilenced(cause)) };
}

/** The steps of some settings that are due about the open causes of a day. */
export function dueSteps(
  { situation, causes }: CausesOfDay,
  { settings, stepsOf }: Pick<RoundFacts, 'settings' | 'stepsOf'>,
  isCatchUp: boolean,
): readonly DueStep[] {
  const ladder = ladderOf(settings);
  return causes.flatMap((cause): DueStep[] => {
    const before = stepsOf(cause.id);
    const known = before?.countedFrom === cause.countedFrom ? before : undefined;
    const passed = passedSteps(ladder[cause.kind], cause.age);
    const step = passed.at(-1)?.workingDays;
    if (step === undefined || known?.isHandled) return [];
    const of = passed.filter(({ workingDays }) => workingDays === step).flatMap(({ to }) => to);
    const receivers = receiversOf(cause, of, situation);
    if (known && reached(known.told, step)) {
      const to = known.told === step && !isAside(known, situation) ? untold(receivers, known, situation) : [];
      return to.length === 0 ? [] : [{ cause, step, to, skipped: [], isHeldBack: false }];
    }
    if (receivers.length === 0 || (reached(known?.waiting, step) && !known?.isReleased)) return [];
    const skipped = passed.filter(({ workingDays }) => workingDays < step && !reached(known?.told, workingDays));
    const isOld = cause.age - step > OLD_AFTER_WORKING_DAYS;
    return [
      {
        cause,
        step,
        to: receivers,
        skipped: skipped.map(({ workingDays }) => workingDays),
        isHeldBack: isCatchUp && isOld && !known?.isReleased,
      },
    ];
  });
}

const isAside = ({ snoozedUntil }: AlertSteps, { day }: Situation): boolean =>
  snoozedUntil !== null && snoozedUntil > day;

/**
 * Receivers of the last step who hold the place of somebody whom it told, and have been told nothing of the cause. What
 * the substitute of somebody away was told, or the other, counts as told to both.
 */
const untold = (receivers: readonly Receiver[], { toldIds }: AlertSteps, situation: Situation): readonly Receiver[] =>
  receivers.filter(
    ({ personId }) =>
      !toldIds.some(
        (told) => told === personId || situation.standsInFor(personId, told) || situation.stoodInFor(told, personId),
      ),
  );

const reached = (told: number | null | undefined, step: number): boolean =>
  told !== null && told !== undefined && told >= step;

/** Duties of the unit itself, whoever owns its actions. */
const OF_THE_UNIT: readonly LadderKind[] = ['month-missing', 'month-unplanned', 'protocol-late', 'meeting-unconfirmed'];
/** Kinds of an action's causes that wait while it is an orphan: the coordinator finds a new owner first. */
const OF_THE_OWNER: readonly LadderKind[] = ['overdue', 'follow-up-missed', 'handover-waiting', 'more-time-asked'];

/**
 * True for causes that another one, or the coordinator, already covers: an orphan silences what its owner would be told;
 * a missing month silences its unconfirmed meeting; a reminder of the unit or a call to it holds its steps for some
 * working days.
 */
function silencing(causes: readonly AlertCause[], facts: Pick<RoundFacts, 'lastContact'>, situation: Situation) {
  const orphans = new Set(causes.filter(({ kind }) => kind === 'orphan').map(({ subjectId }) => subjectId));
  const missing = new Set(causes.filter(({ kind }) => kind === 'month-missing').map(({ subjectId }) => subjectId));
  return ({ kind, subjectId, subject, month }: AlertCause): boolean => {
    if (OF_THE_OWNER.includes(kind)) return orphans.has(subjectId);
    if (!OF_THE_UNIT.includes(kind)) return false;
    const host = subject.unitIds[0] ?? '';
    if (kind === 'meeting-unconfirmed' && missing.has(`${host}/${month}`)) return true;
    const contact = facts.lastContact(host);
    return contact !== undefined && situation.age(contact, [host]) < WORKING_DAYS_AFTER_CONTACT;
  };
}

import { z } from 'zod';

/** Receivers of an alert's step. `receiver` is the person to whom an action was offered in a handover. */
export const LadderReceiver = z.enum(['owner', 'receiver', 'unit-leader', 'coordinator', 'service-unit-leader']);
export type LadderReceiver = z.infer<typeof LadderReceiver>;

const ACTION = LadderReceiver.exclude(['receiver']);
const UNIT = LadderReceiver.extract(['unit-leader', 'coordinator']);
const SERVICE = LadderReceiver.extract(['coordinator', 'service-unit-leader']);

/** Steps of one kind of alert, earliest first, in working days at the unit; none: nobody is told. */
const steps = <To extends z.ZodType<LadderReceiver>>(to: To, { from, until }: { from: number; until: number }) =>
  z.array(z.object({ workingDays: z.int().min(from).max(until), to: z.array(to).min(1).max(5) })).max(10);
const AFTER = { from: 0, until: 260 };
const AROUND = { from: -30, until: 260 };
const BEFORE = { from: -30, until: 0 };

/** Who is told about what slips, and when (R5, R21): the steps of each kind that the municipality has decided on. */
export const Ladder = z
  .object({
    /** From the action's due date; below 0 before it. */
    overdue: steps(ACTION, AROUND),
    /** From the day of the follow-up; below 0 before it. */
    'follow-up-missed': steps(ACTION, AROUND),
    /** From the meeting's day; a step within the time for filing is a reminder. */
    'protocol-late': steps(UNIT, AFTER),
    /** From the day on which the meeting was planned. */
    'meeting-unconfirmed': steps(UNIT, AFTER),
    /** From the end of the month. */
    'month-missing': steps(UNIT, AFTER),
    /** Below 0: the working days that are left of a month without a planned meeting. */
    'month-unplanned': steps(UNIT, BEFORE),
    /** From the day of the offer. */
    'handover-waiting': steps(LadderReceiver, AFTER),
    /** From the second meeting in a row without anybody of the service. */
    'service-absent': steps(SERVICE, AFTER),
    /** From the first day on which nobody answers for the action. */
    orphan: steps(SERVICE, AFTER),
  })
  .partial();
export type Ladder = z.infer<typeof Ladder>;
export type LadderKind = keyof Ladder;
export interface LadderStep {
  readonly workingDays: number;
  readonly to: readonly LadderReceiver[];
}
/** The steps of every kind. */
export type WholeLadder = Readonly<Record<LadderKind, readonly LadderStep[]>>;

const step = (workingDays: number, ...to: LadderReceiver[]): LadderStep => ({ workingDays, to });

const DEFAULT_STEPS: Omit<WholeLadder, 'protocol-late' | 'meeting-unconfirmed'> = {
  overdue: [
    step(-3, 'owner'),
    step(0, 'owner'),
    step(1, 'owner'),
    step(6, 'unit-leader'),
    step(10, 'coordinator'),
    step(15, 'service-unit-leader'),
  ],
  'follow-up-missed': [step(1, 'owner'), step(6, 'unit-leader'), step(10, 'coordinator')],
  'month-missing': [step(3, 'unit-leader'), step(10, 'coordinator')],
  'month-unplanned': [step(-10, 'unit-leader'), step(-3, 'coordinator')],
  'handover-waiting': [step(5, 'receiver', 'owner'), step(10, 'coordinator')],
  'service-absent': [step(0, 'service-unit-leader')],
  orphan: [step(0, 'coordinator')],
};

/** The settings that the ladder is read from. */
export interface LadderSettings {
  readonly ladder?: Ladder | undefined;
  readonly reminderWorkingDays: { readonly reminder: number; readonly alert: number; readonly coordinator: number };
}

/**
 * The steps in force: those that the municipality has decided on, and the defaults for other kinds. The default about a
 * meeting is `reminderWorkingDays`, which municipalities decided on before there was a ladder; of its steps on the same
 * day, the highest one stays.
 */
export function ladderOf({ ladder = {}, reminderWorkingDays }: LadderSettings): WholeLadder {
  const { reminder, alert, coordinator } = reminderWorkingDays;
  const aboutMeeting = [step(reminder, 'unit-leader'), step(alert, 'unit-leader'), step(coordinator, 'coordinator')];
  const distinct = aboutMeeting.filter(
    ({ workingDays }, i) => !aboutMeeting.slice(i + 1).some((later) => later.workingDays === workingDays),
  );
  return { ...DEFAULT_STEPS, 'protocol-late': distinct, 'meeting-unconfirmed': distinct, ...ladder };
}

import { z } from 'zod';

/** Receivers of an alert's step. `receiver` is the person to whom an action was offered in a handover. */
export const LadderReceiver = z.enum(['owner', 'receiver', 'unit-leader', 'coordinator', 'service-unit-leader']);
export type LadderReceiver = z.infer<typeof LadderReceiver>;

const ACTION = LadderReceiver.exclude(['receiver']);
const UNIT = LadderReceiver.extract(['unit-leader', 'coordinator']);
const SERVICE = LadderReceiver.extract(['coordinator', 'service-unit-leader']);

interface StepLimits<To extends z.ZodType<LadderReceiver> & { readonly options: readonly LadderReceiver[] }> {
  readonly receivers: To;
  /** Earliest and latest day of a step, in working days. */
  readonly from: number;
  readonly until: number;
}
const MOST_STEPS = 10;

/** Steps of one kind of alert, earliest first, in working days at the unit; none: nobody is told. */
const steps = <To extends z.ZodType<LadderReceiver> & { readonly options: readonly LadderReceiver[] }>({
  receivers,
  from,
  until,
}: StepLimits<To>) =>
  z
    .array(z.object({ workingDays: z.int().min(from).max(until), to: z.array(receivers).min(1).max(5) }))
    .max(MOST_STEPS);
const AFTER = { from: 0, until: 260 };
const AROUND = { from: -30, until: 260 };
const BEFORE = { from: -30, until: 0 };

/** The roles that each kind of alert can tell, and the days. */
const LIMITS = {
  overdue: { receivers: ACTION, ...AROUND },
  'follow-up-missed': { receivers: ACTION, ...AROUND },
  'protocol-late': { receivers: UNIT, ...AFTER },
  'meeting-unconfirmed': { receivers: UNIT, ...AFTER },
  'month-missing': { receivers: UNIT, ...AFTER },
  'month-unplanned': { receivers: UNIT, ...BEFORE },
  'handover-waiting': { receivers: LadderReceiver, ...AFTER },
  'service-absent': { receivers: SERVICE, ...AFTER },
  orphan: { receivers: SERVICE, ...AFTER },
  'more-time-asked': { receivers: ACTION, ...AFTER },
} as const;

/**
 * The people who are told about what slips, and the days (R5, R21): the steps of each kind that the municipality has
 * decided on.
 */
export const Ladder = z
  .object({
    /** From the action's due date; below 0 before it. */
    overdue: steps(LIMITS.overdue),
    /** From the day of the follow-up; below 0 before it. */
    'follow-up-missed': steps(LIMITS['follow-up-missed']),
    /** From the meeting's day; a step within the time for filing is a reminder. */
    'protocol-late': steps(LIMITS['protocol-late']),
    /** From the day on which the meeting was planned. */
    'meeting-unconfirmed': steps(LIMITS['meeting-unconfirmed']),
    /** From the end of the month. */
    'month-missing': steps(LIMITS['month-missing']),
    /** Below 0: the working days that are left of a month without a planned meeting. */
    'month-unplanned': steps(LIMITS['month-unplanned']),
    /** From the day of the offer. */
    'handover-waiting': steps(LIMITS['handover-waiting']),
    /** From the second meeting in a row without anybody of the service. */
    'service-absent': steps(LIMITS['service-absent']),
    /** From the first day on which nobody answers for the action. */
    orphan: steps(LIMITS.orphan),
    /** From the day on which the owner asked for more time. */
    'more-time-asked': steps(LIMITS['more-time-asked']),
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

/** Limits of the steps of one kind. */
export interface LadderLimits {
  readonly from: number;
  readonly until: number;
  readonly receivers: readonly LadderReceiver[];
  readonly mostSteps: number;
}
/** Every kind, in the order in which pages show them. */
export const LADDER_KINDS = Object.keys(LIMITS) as readonly LadderKind[];
/** The roles that a step of this kind can tell, and the days: the limits of `Ladder`, for forms. */
export const ladderLimits = (kind: LadderKind): LadderLimits => {
  const { receivers, from, until } = LIMITS[kind];
  return { receivers: receivers.options, from, until, mostSteps: MOST_STEPS };
};

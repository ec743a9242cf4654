import type { Ladder, LadderReceiver, LadderStep, WholeLadder } from './ladder.js';

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
  'more-time-asked': [step(0, 'unit-leader'), step(10, 'coordinator')],
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

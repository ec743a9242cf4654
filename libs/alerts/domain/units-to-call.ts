import type { CalendarDate } from '#platform/kernel';
import type { UnitDto } from '#registry/contract';
import type { AlertKind, ReminderCause } from '../contract/index.js';
import type { Alert } from './alert.js';

/** All alerts of a unit, grouped for one conversation with its leader rather than by rule. */
export interface UnitToCall {
  readonly unit: UnitDto;
  /** Unit leaders and meeting chairs. */
  readonly leaderIds: readonly string[];
  /** By severity and age. */
  readonly alerts: readonly Alert[];
  /** Age of the oldest in working days. */
  readonly oldest: number;
  /** True after a reminder or a call in the last few working days. */
  readonly isInHand: boolean;
}

/** Working days after a reminder or a call before the unit is listed among the first again. */
export const WORKING_DAYS_AFTER_CONTACT = 3;

/** Months, protocols and meetings: duties of the unit itself, whoever owns its actions. */
const OF_THE_UNIT: readonly AlertKind[] = ['month-missing', 'protocol-late', 'meeting-unconfirmed'];

interface Known {
  readonly units: readonly UnitDto[];
  readonly leaders: ReadonlyMap<string, readonly string[]>;
  /** Working days at the unit since the last reminder or call; undefined for none. */
  readonly daysSinceContact: (unitId: string) => number | undefined;
}

/**
 * Units with alerts in calling order. Units reminded or called within `WORKING_DAYS_AFTER_CONTACT` working days come last;
 * then sorted by the number of overdue months, protocols and meetings, by the number of late actions, by the age of the
 * oldest alert, and by name. An alert of several units is listed under the first, which hosts.
 */
export function unitsToCall(alerts: readonly Alert[], { units, leaders, daysSinceContact }: Known): UnitToCall[] {
  const byHost = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const host = alert.subject.unitIds[0];
    if (host === undefined) continue;
    const others = byHost.get(host);
    if (others) others.push(alert);
    else byHost.set(host, [alert]);
  }
  const lines = units.flatMap((unit): (UnitToCall & { owed: number })[] => {
    const own = byHost.get(unit.unitId);
    if (!own) return [];
    const contact = daysSinceContact(unit.unitId);
    return [
      {
        unit,
        leaderIds: leaders.get(unit.unitId) ?? [],
        alerts: own,
        oldest: Math.max(...own.map(({ ageInWorkingDays }) => ageInWorkingDays)),
        isInHand: contact !== undefined && contact < WORKING_DAYS_AFTER_CONTACT,
        owed: own.filter(({ kind }) => OF_THE_UNIT.includes(kind)).length,
      },
    ];
  });
  return lines.sort(
    (a, b) =>
      Number(a.isInHand) - Number(b.isInHand) ||
      b.owed - a.owed ||
      b.alerts.length - a.alerts.length ||
      b.oldest - a.oldest ||
      BY_NAME.compare(a.unit.name, b.unit.name),
  );
}

const BY_NAME = new Intl.Collator('nb');

/** True when an alert has the cause of a reminder. */
export const hasCause = ({ kind, month }: ReminderCause, alert: Pick<Alert, 'kind' | 'month'>): boolean =>
  (kind === null || alert.kind === kind) && (month === null || alert.month === month);

/**
 * Open alerts that a reminder of a given day covers: those of its cause that existed that day. Later ones are excluded.
 */
export const stillApplying = <A extends Pick<Alert, 'kind' | 'month' | 'since'>>(
  reminder: { readonly about: ReminderCause; readonly on: CalendarDate },
  alerts: readonly A[],
): readonly A[] => alerts.filter((alert) => hasCause(reminder.about, alert) && alert.since <= reminder.on);

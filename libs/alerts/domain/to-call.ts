import type { CalendarDate } from '#platform/kernel';
import type { UnitDto } from '#registry/contract';
import type { AlertKind, Cause } from '../contract/index.js';
import type { Alert } from './alert.js';

/** What a unit is behind with, gathered for one conversation with the one who leads it (not by the rule that is broken). */
export interface UnitToCall {
  readonly unit: UnitDto;
  /** Unit leaders and meeting chairs. */
  readonly leaderIds: readonly string[];
  /** The gravest and oldest first. */
  readonly matters: readonly Alert[];
  /** Working days of the oldest. */
  readonly oldest: number;
  /** Somebody has reminded or called in the last few working days: it has been taken hold of. */
  readonly isInHand: boolean;
}

/** Working days that a unit is given after a reminder or a call, before it stands among the first again. */
export const DAYS_IN_HAND = 3;

/** Months, protocols and meetings: what the unit itself must do, whoever owns its actions. */
const OF_THE_UNIT: readonly AlertKind[] = ['month-missing', 'protocol-late', 'meeting-unconfirmed'];

interface Known {
  readonly units: readonly UnitDto[];
  readonly leaders: ReadonlyMap<string, readonly string[]>;
  /** Working days at the unit since somebody last reminded or called; undefined where nobody has. */
  readonly daysSinceContact: (unitId: string) => number | undefined;
}

/**
 * Units that are behind with something, whom to call first at the top. Those that somebody reminded or called within
 * `DAYS_IN_HAND` working days come last; else by the number of months, protocols and meetings that the unit owes, then by
 * the number of actions that are late, then by the age of the oldest, then by name. A matter of several units stands with
 * the first of them, which hosts.
 */
export function unitsToCall(alerts: readonly Alert[], { units, leaders, daysSinceContact }: Known): UnitToCall[] {
  const matters = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const host = alert.subject.unitIds[0];
    if (host === undefined) continue;
    const others = matters.get(host);
    if (others) others.push(alert);
    else matters.set(host, [alert]);
  }
  const lines = units.flatMap((unit): (UnitToCall & { owed: number })[] => {
    const own = matters.get(unit.unitId);
    if (!own) return [];
    const contact = daysSinceContact(unit.unitId);
    return [
      {
        unit,
        leaderIds: leaders.get(unit.unitId) ?? [],
        matters: own,
        oldest: Math.max(...own.map(({ ageInWorkingDays }) => ageInWorkingDays)),
        isInHand: contact !== undefined && contact < DAYS_IN_HAND,
        owed: own.filter(({ kind }) => OF_THE_UNIT.includes(kind)).length,
      },
    ];
  });
  return lines.sort(
    (a, b) =>
      Number(a.isInHand) - Number(b.isInHand) ||
      b.owed - a.owed ||
      b.matters.length - a.matters.length ||
      b.oldest - a.oldest ||
      BY_NAME.compare(a.unit.name, b.unit.name),
  );
}

const BY_NAME = new Intl.Collator('nb');

/** True where an alert is of the cause that a reminder names. */
export const isOfCause = ({ kind, month }: Cause, alert: Pick<Alert, 'kind' | 'month'>): boolean =>
  (kind === null || alert.kind === kind) && (month === null || alert.month === month);

/** What a reminder given on a day is still about: of its cause, and so already that day. What came later is not its business. */
export const stillStanding = <A extends Pick<Alert, 'kind' | 'month' | 'since'>>(
  reminder: { readonly about: Cause; readonly on: CalendarDate },
  alerts: readonly A[],
): readonly A[] => alerts.filter((alert) => isOfCause(reminder.about, alert) && alert.since <= reminder.on);

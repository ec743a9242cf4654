import type { CalendarDate } from '#platform/kernel';
import { ladderOf, type LadderReceiver, type WholeLadder } from '#registry/contract';
import { AlertKind, type AlertLevel } from '../contract/index.js';
import type { Alert, AlertFacts } from './alert.js';
import { situationOn, type Situation } from './situation.js';
import { levelAt, passedSteps } from './ladder/ladder-steps.js';
import { receiversOf } from './ladder/receivers.js';
import type { AlertCause } from './causes/alert-cause.js';
import { lateCauses } from './causes/causes-on.js';

/**
 * Every alert on a day, by severity and age. The passing of time is not an event: the same facts give other alerts on
 * another day.
 */
export const alertsOn = (day: CalendarDate, facts: AlertFacts): Alert[] => alertsIn(situationOn(day, facts), facts);

/** The same, for those who have looked up the municipality's situation on the day. */
export function alertsIn(situation: Situation, facts: AlertFacts): Alert[] {
  const reached = reachedOn(ladderOf(facts.settings));
  const causes = lateCauses(facts, situation);
  const orphans = new Set(causes.filter(({ kind }) => kind === 'orphan').map(({ subjectId }) => subjectId));
  const alerts = causes.flatMap((cause) => alertOf(cause, orphans.has(cause.subjectId), reached, situation));
  return sorted(alerts);
}

const ORDER = { coordinator: 0, alert: 1, reminder: 2 } as const;

/** By severity, age and id. A municipality has many alerts of one day, so that only their ids are compared one by one. */
function sorted(alerts: readonly Alert[]): Alert[] {
  const ofDays = Map.groupBy(alerts, ({ level, since }) => `${ORDER[level]} ${since}`);
  return [...ofDays.keys()]
    .sort()
    .flatMap((day) => ofDays.get(day)!.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)));
}

/** The level that a cause of this kind and age has reached, and the people whom the steps have told. */
type Reached = (
  kind: AlertKind,
  age: number,
) => { readonly level: AlertLevel; readonly told: readonly LadderReceiver[] };

/** Worked out once for each kind and age: a municipality has many causes of the same kind and age. */
function reachedOn(ladder: WholeLadder): Reached {
  const known = new Map<string, ReturnType<Reached>>();
  return (kind, age) => {
    const key = `${kind} ${age}`;
    let reached = known.get(key);
    if (reached === undefined) {
      const steps = ladder[kind];
      reached = { level: levelAt(steps, age), told: passedSteps(steps, age).flatMap(({ to }) => to) };
      known.set(key, reached);
    }
    return reached;
  };
}

/** Nobody can be reminded at a closed unit or without a role, so an orphan's alerts go straight to the coordinator. */
function alertOf(cause: AlertCause, isOrphan: boolean, reached: Reached, situation: Situation): Alert[] {
  const kind = AlertKind.safeParse(cause.kind).data;
  if (kind === undefined || cause.since === null) return [];
  const { id, subjectId, subject, month, meetingOn, ownerId, text, orphanedBy, since, age } = cause;
  const { level, told } = isOrphan ? ORPHANED : reached(kind, age);
  return [
    {
      id,
      kind,
      level,
      subjectId,
      subject,
      month,
      meetingOn,
      ownerId,
      text,
      actorIds: actors(cause, told, situation),
      since,
      ageInWorkingDays: age,
      ...(orphanedBy && { orphanedBy }),
    },
  ];
}

const ORPHANED: ReturnType<Reached> = { level: 'coordinator', told: ['unit-leader', 'coordinator'] };

/** The people who answer for the cause and those whom its steps have told; the coordinators where that is nobody. */
function actors(cause: AlertCause, told: readonly LadderReceiver[], situation: Situation): readonly string[] {
  const first = cause.firstIds.filter((personId) => situation.isActive(personId));
  const receivers = receiversOf(cause, told, situation).map(({ personId }) => personId);
  const all = [...new Set([...first, ...receivers])];
  return all.length > 0 ? all : situation.coordinators;
}

import type { CalendarDate } from '#platform/kernel';
import { ladderOf, type LadderReceiver, type WholeLadder } from '#registry/contract';
import { AlertKind } from '../contract/index.js';
import type { Alert, AlertFacts } from './alert.js';
import { situationOn, type Situation } from './escalation.js';
import { levelAt, passedSteps } from './ladder/ladder-steps.js';
import { receiversOf } from './ladder/receivers.js';
import type { Matter } from './matters/matter.js';
import { lateMatters } from './matters/matters-on.js';

/**
 * Every alert on a day, by severity and age. The passing of time is not an event: the same facts give other alerts on
 * another day.
 */
export function alertsOn(day: CalendarDate, facts: AlertFacts): Alert[] {
  const situation = situationOn(day, facts);
  const ladder = ladderOf(facts.settings);
  const matters = lateMatters(facts, situation);
  const orphans = new Set(matters.filter(({ kind }) => kind === 'orphan').map(({ subjectId }) => subjectId));
  return matters
    .flatMap((matter) => alertOf(matter, orphans.has(matter.subjectId), ladder, situation))
    .sort((a, b) => GRAVITY[b.level] - GRAVITY[a.level] || compare(a.since, b.since) || compare(a.id, b.id));
}

const GRAVITY = { reminder: 0, alert: 1, coordinator: 2 } as const;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Nobody can be reminded at a closed unit or without a role, so an orphan's alerts go straight to the coordinator. */
function alertOf(matter: Matter, isOrphan: boolean, ladder: WholeLadder, situation: Situation): Alert[] {
  const kind = AlertKind.safeParse(matter.kind).data;
  if (kind === undefined || matter.since === null) return [];
  const { id, subjectId, subject, month, meetingOn, ownerId, text, orphanedBy, since, age } = matter;
  const steps = ladder[kind];
  const told = isOrphan ? UP_TO_COORDINATOR : passedSteps(steps, age).flatMap(({ to }) => to);
  return [
    {
      id,
      kind,
      level: isOrphan ? 'coordinator' : levelAt(steps, age),
      subjectId,
      subject,
      month,
      meetingOn,
      ownerId,
      text,
      actorIds: actors(matter, told, situation),
      since,
      ageInWorkingDays: age,
      ...(orphanedBy && { orphanedBy }),
    },
  ];
}

const UP_TO_COORDINATOR: readonly LadderReceiver[] = ['unit-leader', 'coordinator'];

/** Those who answer for the matter, and whom its steps have told; the coordinators where that is nobody. */
function actors(matter: Matter, told: readonly LadderReceiver[], situation: Situation): readonly string[] {
  const first = matter.firstIds.filter((personId) => situation.isActive(personId));
  const receivers = receiversOf(matter, told, situation).map(({ personId }) => personId);
  const all = [...new Set([...first, ...receivers])];
  return all.length > 0 ? all : situation.coordinators;
}

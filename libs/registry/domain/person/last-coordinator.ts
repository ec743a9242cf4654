import { addDays, type CalendarDate } from '#platform/kernel';
import { isHeld, type HeldRole } from '../../contract/index.js';

type Period = Pick<HeldRole, 'from' | 'to'>;

/** True when without the coordinator's role a day from `from` on would have no coordinator. */
export function isLastCoordinator(
  role: HeldRole,
  from: CalendarDate,
  heldByOthers: readonly Period[],
  roles: readonly HeldRole[],
): boolean {
  if (!isOwnCoordinator(role)) return false;
  // The same person may hold the role again later.
  const own = roles.filter((other) => other !== role && isOwnCoordinator(other));
  return !isHeldFrom(from, [...heldByOthers, ...own]);
}

/**
 * True for the role of a coordinator that is not held in place of another: a substitute's ends with the role of the person
 * who is away (ADR 0359), so that no municipality may rely on it.
 */
export const isOwnCoordinator = ({ role, standsInFor }: Pick<HeldRole, 'role' | 'standsInFor'>): boolean =>
  role === 'coordinator' && standsInFor === undefined;

/** True when at least one of the roles is held on every day from `day` on, without end. */
export function isHeldFrom(day: CalendarDate, roles: readonly Period[]): boolean {
  const covering = roles.filter((role) => isHeld(role, day));
  if (covering.length === 0) return false;
  if (covering.some(({ to }) => to === null)) return true;
  const lastDay = covering.reduce((last, { to }) => (to! > last ? to! : last), day);
  return isHeldFrom(addDays(lastDay, 1), roles);
}

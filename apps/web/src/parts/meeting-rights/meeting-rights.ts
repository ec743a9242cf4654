import { useSession, type Who } from '../../session/session.js';

/** True when the user holds one of these roles at one of these units. */
export const holdsAt = ({ roles }: Who, of: readonly string[], unitIds: readonly string[]) =>
  roles.some(({ role, unitId }) => of.includes(role) && unitId !== undefined && unitIds.includes(unitId));

/** True when the user files protocols of one of these units. The API decides; this hides what it would refuse. */
export const useMayFile = (unitIds: readonly string[]): boolean =>
  holdsAt(useSession().who, ['unit-leader', 'meeting-chair'], unitIds);

/** True when the user may declare a protocol lost. */
export const useMayDeclareLost = (): boolean => useSession().who.roles.some(({ role }) => role === 'coordinator');

/** True when the user plans, moves and calls meetings of one of these units. */
export const useMayPlan = (unitIds: readonly string[]): boolean => {
  const { who } = useSession();
  return (
    who.roles.some(({ role }) => role === 'coordinator') || holdsAt(who, ['unit-leader', 'meeting-chair'], unitIds)
  );
};

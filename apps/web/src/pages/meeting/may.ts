import { useSession, type Who } from '../../frame/session.js';

/** True where the one who is signed in holds one of these roles at one of these units. */
export const holdsAt = ({ roles }: Who, of: readonly string[], unitIds: readonly string[]) =>
  roles.some(({ role, unitId }) => of.includes(role) && unitId !== undefined && unitIds.includes(unitId));

/** True where the one who is signed in files protocols of one of these units. What may be done, the API decides; this hides what it would refuse. */
export const useMayFile = (unitIds: readonly string[]): boolean =>
  holdsAt(useSession().who, ['unit-leader', 'meeting-chair'], unitIds);

/** True where they may stop asking for a protocol. */
export const useMayDeclareLost = (): boolean => useSession().who.roles.some(({ role }) => role === 'coordinator');

/** True where they plan, move and call meetings of one of these units. */
export const useMayPlan = (unitIds: readonly string[]): boolean => {
  const { who } = useSession();
  return (
    who.roles.some(({ role }) => role === 'coordinator') || holdsAt(who, ['unit-leader', 'meeting-chair'], unitIds)
  );
};

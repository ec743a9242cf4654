import type { Who } from '../../session/session.js';

interface Unit {
  readonly unitId: string;
  readonly standing: readonly { readonly personId: string; readonly deputyId: string | null }[];
}

/**
 * True when the user may open a unit's page: people who follow every unit, those who work there, and its standing
 * participants.
 */
export function mayOpenUnit({ roles, personId }: Pick<Who, 'roles' | 'personId'>, { unitId, standing }: Unit): boolean {
  return roles.some(({ role, unitId: at }) => {
    if (role === 'coordinator' || role === 'service-unit-leader') return true;
    if (at === unitId && (role === 'unit-leader' || role === 'meeting-chair' || role === 'teacher')) return true;
    if (role !== 'service-member' && role !== 'teacher') return false;
    return standing.some((seat) => seat.personId === personId || seat.deputyId === personId);
  });
}

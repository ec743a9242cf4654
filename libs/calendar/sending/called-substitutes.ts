import type { CalendarDate } from '#platform/kernel';
import { isHeld, substitutesByDay, type PersonDto } from '#registry/contract';
import type { AppointmentRow } from '../read-models/appointment/appointment.entity.js';
import { INVITATION, type DueInvitation } from './due-invitations.js';

type Called = Pick<AppointmentRow, 'on' | 'invited'>;

/** A substitute on the day of a meeting, and whom they stand in for. */
export interface CalledSubstitute {
  readonly personId: string;
  readonly absentId: string;
  /** The role that they hold in place of the other. Given again after its end, it is another one, and invites anew. */
  readonly roleId: string;
}

/** The substitutes of those who are called to a meeting and are away on its day; not those who are called themselves. */
export function calledSubstitutes(
  people: readonly Pick<PersonDto, 'personId' | 'roles'>[],
): (row: Called) => readonly CalledSubstitute[] {
  const on = substitutesByDay(people);
  const rolesOf = new Map(people.map(({ personId, roles }) => [personId, roles]));
  const roleOf = (personId: string, absentId: string, day: CalendarDate) =>
    rolesOf.get(personId)!.find((role) => role.standsInFor === absentId && isHeld(role, day))!.roleId;
  return ({ on: day, invited }) => {
    const { isAway, insteadOf } = on(day);
    const isCalled = (personId: string) => invited[personId]?.isCalled ?? false;
    const found = Object.keys(invited)
      .filter((personId) => isCalled(personId) && isAway(personId))
      .flatMap((absentId) =>
        insteadOf(absentId).map((personId) => ({ personId, absentId, roleId: roleOf(personId, absentId, day) })),
      )
      .filter(({ personId }) => !isCalled(personId));
    return [...new Map(found.toReversed().map((it) => [it.personId, it])).values()].toReversed();
  };
}

/** An invitation of a substitute, beside the one of the person who is away. */
export interface InsteadInvitation extends DueInvitation {
  readonly absentId: string;
  readonly roleId: string;
}

/** The invitations of substitutes to meetings that are still to come and are not cancelled. */
export const invitationsOfSubstitutes = (
  rows: readonly AppointmentRow[],
  today: CalendarDate,
  substitutesOf: (row: AppointmentRow) => readonly CalledSubstitute[],
): readonly InsteadInvitation[] =>
  rows
    .filter(({ on, isHeld, isCancelled }) => on >= today && !isHeld && !isCancelled)
    .flatMap((row) =>
      substitutesOf(row).map(({ personId, absentId, roleId }) => {
        const { calls, at } = row.invited[absentId]!;
        return {
          personId,
          absentId,
          roleId,
          kind: INVITATION,
          period: `${row.meetingId}/instead.${roleId}.${calls}.${row.sequence}`,
          meetingId: row.meetingId,
          since: at > row.changedAt ? at : row.changedAt,
        };
      }),
    );

import { addDays, addWorkingDays, type CalendarDate, type IsFree, type PersonId } from '#platform/kernel';
import type { OpenActionDto } from '#actions/contract';
import {
  isActive,
  isHeld,
  substitutesOn,
  type HeldRole,
  type PersonDto,
  type Settings,
  type UnitDto,
} from '#registry/contract';
import { MOST } from '../domain/draft/draft-limits.js';
import { ProtocolDraft, type DraftParticipant } from '../domain/draft/protocol-draft.js';
import type { Meeting } from '../domain/meeting/meeting.state.js';

type PlannedMeeting = Exclude<Meeting, { status: 'unplanned' }>;

/** Facts for a new draft. */
export interface DraftFacts {
  readonly meeting: PlannedMeeting;
  readonly units: readonly UnitDto[];
  /** Everyone, with their roles: the standing participants, and who stands in for them. */
  readonly people: readonly PersonDto[];
  readonly openActions: readonly OpenActionDto[];
  /** The day of the units' next meeting after this one. */
  readonly nextMeetingOn: CalendarDate | null;
}

/**
 * A new draft: expected participants, actions to follow up, the next date. Nobody is present and nothing is decided
 * yet. No list exceeds the limits of a draft (`notAllInDraftWarnings`).
 */
export function prefilledDraft({ meeting, units, people, openActions, nextMeetingOn }: DraftFacts): ProtocolDraft {
  const byId = new Map(people.map((person) => [person.personId, person]));
  // People who had left by then, or had not started, were not participants.
  const standing = [...new Set(units.flatMap((unit) => unit.standing.map(({ personId }) => personId)))].filter(
    (personId) => isActive(byId.get(personId) ?? { roles: [] }, meeting.on),
  );
  const { isAway, insteadOf } = substitutesOn(people, meeting.on);
  return ProtocolDraft.parse({
    heldOn: meeting.on,
    startedAt: meeting.startsAt,
    place: meeting.place,
    chairId: standing.find((id) => rolesOn(byId.get(id), meeting.on).some(({ role }) => role === 'meeting-chair')),
    participants: standing.slice(0, MOST.participants).map((personId) => ({
      ...seatOf(personId as PersonId, byId.get(personId), meeting, units),
      ...(isAway(personId) && { deputyId: insteadOf(personId)[0] as PersonId }),
    })),
    earlierActions: openActions.slice(0, MOST.earlierActions).map(({ actionId }) => ({ actionId })),
    nextMeetingOn,
  });
}

/** Proposed dates by the municipality's settings, as defaults for the writer. */
export function proposedDates(
  heldOn: CalendarDate,
  nextMeetingOn: CalendarDate | null,
  { dueDateRule }: Settings,
  isFree: IsFree,
): { readonly dueOn: CalendarDate; readonly followUpOn: CalendarDate } {
  if (nextMeetingOn === null) {
    const dueOn = addDays(heldOn, dueDateRule.otherwiseDays);
    return { dueOn, followUpOn: dueOn };
  }
  const before = addWorkingDays(nextMeetingOn, -dueDateRule.workingDaysBeforeNextMeeting, isFree);
  return { dueOn: before < heldOn ? nextMeetingOn : before, followUpOn: nextMeetingOn };
}

/** The capacity of a participant: a role at one of the units if they have one, otherwise for one of their services. */
function seatOf(
  personId: PersonId,
  person: PersonDto | undefined,
  { on, unitIds }: PlannedMeeting,
  units: readonly UnitDto[],
): Pick<DraftParticipant, 'personId'> & Partial<DraftParticipant> {
  const roles = rolesOn(person, on);
  const serving = new Set(units.flatMap((unit) => unit.services.map(({ serviceId }) => serviceId)));
  const at =
    roles.find(({ unitId }) => unitId !== null && (unitIds as readonly string[]).includes(unitId)) ??
    roles.find(({ serviceId }) => serviceId !== null && serving.has(serviceId)) ??
    roles.find(({ serviceId }) => serviceId !== null) ??
    roles[0];
  return {
    personId,
    ...(at && {
      role: at.role,
      unitId: at.unitId as DraftParticipant['unitId'],
      serviceId: at.unitId === null ? (at.serviceId as DraftParticipant['serviceId']) : null,
    }),
  };
}

const rolesOn = (person: PersonDto | undefined, on: CalendarDate): readonly HeldRole[] =>
  person?.roles.filter((role) => isHeld(role, on)) ?? [];

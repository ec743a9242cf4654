import { isSame } from '#platform/kernel';
import { incompleteAttendance } from '../draft/incomplete-protocol.js';
import type { DraftParticipant } from '../draft/protocol-draft.js';
import { isActiveThen, isSameDay, type Broken, type Filing } from './filing-rule-types.js';

/** Rules about participants: known, active on the day, and somebody from both sides (R2). */
export function* brokenByParticipants(filing: Filing): Generator<Broken> {
  const { draft, facts } = filing;
  const known = new Set(facts.people.map(({ personId }) => personId));
  const seen = new Set<string>();
  for (const [i, participant] of draft.participants.entries()) {
    const { personId, attendance } = participant;
    const at = `participants.${i}`;
    if (seen.has(personId)) yield { rule: 'DUPLICATE_PARTICIPANT', at: `${at}.personId` };
    seen.add(personId);
    if (!known.has(personId)) yield { rule: 'PERSON_UNKNOWN', at: `${at}.personId` };
    else if (!isActiveThen(facts, personId) && !wasFiled(filing, participant))
      yield { rule: 'NOT_ACTIVE_ON_MEETING_DAY', at: `${at}.personId` };
    yield* incompleteAttendance(attendance, at);
    if (attendance !== 'deputy') continue;
    if (!wasFiled(filing, participant)) yield* brokenByDeputy(filing, participant, `${at}.deputyId`);
    // A participant that a correction adds or changes must not be the deputy of one that it repeats.
    else if (seats(filing, participant.deputyId).some((other) => !wasFiled(filing, other)))
      yield { rule: 'DEPUTY_ALREADY_SEATED', at: `${at}.deputyId` };
  }
  for (const field of ['chairId', 'minuteTakerId'] as const) {
    const personId = draft[field];
    if (personId === null) continue;
    if (!known.has(personId)) yield { rule: 'PERSON_UNKNOWN', at: field };
    else if (!isActiveThen(facts, personId) && !(isSameDay(filing) && filing.previous?.[field] === personId))
      yield { rule: 'NOT_ACTIVE_ON_MEETING_DAY', at: field };
  }
  yield* brokenBySides(filing);
}

/** The places at which this person sat, other than as a deputy. */
const seats = ({ draft: { participants } }: Filing, personId: DraftParticipant['deputyId']) =>
  participants.filter((other) => other.personId === personId && other.attendance !== 'absent');

/** A deputy is one named person, active on the day, who deputises for nobody else and is not a participant. */
function* brokenByDeputy(filing: Filing, { personId, deputyId }: DraftParticipant, at: string): Generator<Broken> {
  const {
    draft: { participants },
    facts,
  } = filing;
  if (deputyId === null) yield { rule: 'DEPUTY_NOT_NAMED', at };
  else if (deputyId === personId) yield { rule: 'DEPUTY_IS_THE_SAME_PERSON', at };
  else if (!facts.people.some((person) => person.personId === deputyId)) yield { rule: 'PERSON_UNKNOWN', at };
  else {
    if (!isActiveThen(facts, deputyId)) yield { rule: 'NOT_ACTIVE_ON_MEETING_DAY', at };
    if (seats(filing, deputyId).length > 0) yield { rule: 'DEPUTY_ALREADY_SEATED', at };
    if (participants.filter((other) => other.attendance === 'deputy' && other.deputyId === deputyId).length > 1)
      yield { rule: 'DEPUTY_FOR_SEVERAL', at };
  }
}

/** A deputy counts for the standing participant's side. */
function* brokenBySides(filing: Filing): Generator<Broken> {
  const { draft, unitIds, facts, previous } = filing;
  if (isSameDay(filing) && isSame(previous?.participants, draft.participants)) return;
  const known = new Map(facts.people.map((person) => [person.personId, person]));
  const there = draft.participants
    .filter(({ attendance }) => attendance === 'present' || attendance === 'deputy')
    .map((participant) => ({ participant, person: known.get(participant.personId) }));
  const asUnit = there.some(
    ({ participant, person }) =>
      participant.serviceId === null &&
      person?.unitIds.some((id) => unitIds.includes(id) && (participant.unitId ?? id) === id),
  );
  const asService = there.some(
    ({ participant, person }) =>
      participant.unitId === null && person?.serviceIds.some((id) => (participant.serviceId ?? id) === id),
  );
  if (!asUnit) yield { rule: 'NOBODY_FROM_UNIT', at: 'participants' };
  if (!asService) yield { rule: 'NOBODY_FROM_SERVICE', at: 'participants' };
}

/** True when a correction repeats a participant, who was checked at filing, for the same day. */
const wasFiled = (filing: Filing, participant: DraftParticipant) =>
  isSameDay(filing) && (filing.previous?.participants.some((before) => isSame(before, participant)) ?? false);

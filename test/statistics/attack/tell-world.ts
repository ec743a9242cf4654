import { EventCatalog, type EventStore, type NewEvent } from '#platform/event-store';
import { ActionId, addDays, stableId, type DomainEvent } from '#platform/kernel';
import {
  ActionAgreed,
  ActionCarriedOn,
  ActionCompleted,
  ActionCorrected,
  actionEvents,
  EffectJudged,
  FollowUpRecorded,
} from '#actions/contract';
import { AlertHandled, alertKeyOf, AlertSent, alertStepsEvents } from '#alerts/contract';
import { meetingEvents, MeetingHeld, MeetingPlanned, ProtocolCorrected, ProtocolFiled } from '#meetings/contract';
import { municipalityEvents, personEvents, serviceEvents, serviceUnitEvents, unitEvents } from '#registry/contract';
import { agreedIn, type Agreed } from './agreed-actions.js';
import { registryStreams } from './registry-streams.js';
import { told, type Stream } from './told.js';
import {
  agesIn,
  beginningOf,
  correctionOf,
  heldOn,
  id,
  MEETINGS,
  meetingIdOf,
  MEMBERS,
  numberOf,
  personOf,
  SERVICE,
  smallIn,
  TODAY,
  UNITS,
  type Meeting,
  type Service,
  type World,
} from './worlds.js';

const unitIdsOf = ({ units }: Meeting) => units.map((unit) => UNITS[unit]!);

const contentOf = ({ service, level, category, approach, dueOn, meeting: { year, month } }: Agreed) => ({
  text: 'Følge opp',
  ownerId: personOf(MEMBERS[service][month % MEMBERS[service].length]!),
  ownerServiceId: SERVICE[service],
  dueOn,
  followUpOn: addDays(heldOn(year, month), 30),
  level,
  category,
  approach,
  contributors: [],
  resources: null,
  wantedEffect: null,
  matterId: null,
});
/** Every corrected action has another text too, so that as many are corrected in every world. */
const correctedContentOf = (agreed: Agreed) => ({
  ...contentOf(agreed),
  text: 'Følge opp hver uke',
  category: agreed.correctedCategory,
});
/** A correction is about the first action of its protocol. */
const isFirst = ({ name }: Agreed) => name.endsWith(' 0');
const actionIdOf = ({ name }: Agreed) => ActionId.parse(id('action', name));

function protocolOf(world: World, meeting: Meeting, actions: readonly object[]) {
  const { year, month, units } = meeting;
  const ages = units[0] === 3 && month === 2 ? agesIn(smallIn(world, year)) : [];
  return {
    heldOn: heldOn(year, month),
    startedAt: '12:00',
    endedAt: null,
    place: null,
    digital: false,
    chairId: null,
    minuteTakerId: null,
    participants: Object.entries(SERVICE).map(([name, serviceId]) => ({
      personId: personOf(MEMBERS[name as Service][0]!),
      role: 'service-member',
      unitId: null,
      serviceId,
      attendance: (month + units[0]!) % 3 === 0 ? 'absent' : 'present',
      deputyId: null,
    })),
    earlierActions: [],
    matters: ages.map((ageBand, i) => ({
      matterId: id('matter', year, i),
      kind: 'anonymous',
      topic: 'language',
      cause: null,
      ageBand,
      setting: 'home',
    })),
    actions,
    nextMeetingOn: null,
  };
}

function meetingStream(world: World, meeting: Meeting, agreed: readonly Agreed[]): Stream {
  const { year, month, units } = meeting;
  const [meetingId, unitIds, on] = [meetingIdOf(meeting), unitIdsOf(meeting), heldOn(year, month)];
  const filedOn = addDays(on, 2);
  const actions = agreed.map((action) => ({ ...contentOf(action), actionId: actionIdOf(action) }));
  const filed = { meetingId, unitIds, filedOn, filedBy: personOf('coordinator') };
  const correction = correctionOf(meeting);
  const corrected = correction && {
    ...{ meetingId, unitIds, version: 2, reason: 'feil', correctedOn: correction.on },
    correctedBy: personOf('coordinator'),
    protocol: protocolOf(
      world,
      meeting,
      agreed.map((it, i) => (isFirst(it) ? { ...actions[i], ...correctedContentOf(it) } : actions[i]!)),
    ),
    previous: { heldOn: on, filedOn, actions, earlierActions: [] },
  };
  return [
    `meeting-${meetingId}`,
    told(
      beginningOf(year),
      MeetingPlanned(
        MeetingPlanned.schema.parse({
          meetingId,
          kind: units.length > 1 ? 'joint' : 'ordinary',
          unitIds,
          schoolYear: year,
          on,
          startsAt: '12:00',
          place: null,
          reason: null,
          urgent: false,
        }),
      ),
    ),
    told(on, MeetingHeld({ unitIds, heldOn: on, insteadOf: on })),
    told(
      filedOn,
      ProtocolFiled(ProtocolFiled.schema.parse({ ...filed, protocol: protocolOf(world, meeting, actions) })),
    ),
    ...(corrected ? [told(corrected.correctedOn, ProtocolCorrected(ProtocolCorrected.schema.parse(corrected)))] : []),
  ];
}

function actionStream(agreed: Agreed, nth: number): Stream {
  const { meeting, dueOn, isCarriedOn, isFollowedUpAgain, effect } = agreed;
  const on = heldOn(meeting.year, meeting.month);
  const later = (days: number, event: DomainEvent) => told(addDays(on, days), event, nth);
  const meetingId = meetingIdOf(meeting);
  const content = ActionAgreed.schema.parse({
    ...contentOf(agreed),
    actionId: actionIdOf(agreed),
    meetingId,
    unitIds: unitIdsOf(meeting),
    agreedOn: on,
  });
  const until = { from: dueOn, dueOn: addDays(on, 100), followUpOn: addDays(on, 90) };
  const carriedOn = ActionCarriedOn({ ...until, on: addDays(on, 35), reason: 'tid', meetingId: null });
  const followedUp = FollowUpRecorded({
    ...{ on: addDays(on, 35), meetingId: null, outcome: 'on-track', note: null, nextFollowUpOn: until.followUpOn },
  });
  const correction = isFirst(agreed) ? correctionOf(meeting) : undefined;
  const corrected = correction && {
    ...{ content: correctedContentOf(agreed), reason: 'feil', on: correction.on, meetingId, version: 2 },
  };
  return [
    `action-${content.actionId}`,
    later(2, ActionAgreed(content)),
    ...(isCarriedOn ? [later(35, carriedOn)] : isFollowedUpAgain ? [later(35, followedUp)] : []),
    ...(effect
      ? [
          later(20, ActionCompleted({ completedOn: addDays(on, 20), note: null })),
          later(30, EffectJudged({ on: addDays(on, 30), effect, note: null })),
        ]
      : []),
    ...(corrected ? [told(corrected.on, ActionCorrected(ActionCorrected.schema.parse(corrected)))] : []),
  ];
}

/** The leader was told of each action over due, and a week later it was marked as handled. */
function alertStream(agreed: Agreed, nth: number): readonly Stream[] {
  const { meeting, dueOn, isCarriedOn, effect } = agreed;
  if (isCarriedOn || effect || addDays(dueOn, 8) >= TODAY) return [];
  const alertId = `overdue:${actionIdOf(agreed)}`;
  const sent = AlertSent.schema.parse({
    ...{ alertId, kind: 'overdue', subjectId: actionIdOf(agreed), unitIds: unitIdsOf(meeting), serviceIds: [] },
    ...{ personIds: [], month: null, countedFrom: dueOn, step: 1, on: addDays(dueOn, 1), skipped: [] },
    to: [{ personId: personOf('coordinator'), as: 'coordinator' }],
  });
  const handledOn = addDays(dueOn, 8);
  return [
    [
      `alert-${alertKeyOf(alertId)}`,
      told(sent.on, AlertSent(sent), nth),
      told(handledOn, AlertHandled({ on: handledOn, note: null }), nth),
    ],
  ];
}

/** Writes the municipality of a world to the log, with everything recorded when it happened. */
export async function tellWorld(log: EventStore, world: World): Promise<void> {
  const number = numberOf(world);
  const agreed = agreedIn(world);
  const byMeeting = Map.groupBy(agreed, ({ meeting }) => meetingIdOf(meeting));
  const streams: readonly Stream[] = [
    ...registryStreams(number),
    ...MEETINGS.map((meeting) => meetingStream(world, meeting, byMeeting.get(meetingIdOf(meeting)) ?? [])),
    ...[...Map.groupBy(agreed, ({ meeting }) => meeting.year).values()].flatMap((ofYear) => ofYear.map(actionStream)),
    ...agreed.flatMap(alertStream),
  ];
  const catalog = new EventCatalog(
    municipalityEvents,
    unitEvents,
    serviceEvents,
    serviceUnitEvents,
    personEvents,
    meetingEvents,
    actionEvents,
    alertStepsEvents,
  );
  for (const [stream, ...events] of streams) {
    const encoded = events.map(({ at, event }, i) =>
      catalog.encode(stableId(number, stream, i), event, {
        commandId: stableId('worlds', stream),
        request: 'told',
        correlationId: stableId('worlds', stream),
        actor: 'system:specification',
        occurredAt: at.toISOString(),
        takenOver: { tenant: '0000', recordedAt: at.toISOString() },
      }),
    );
    await log.append(number, stream, 'no-stream', encoded as [NewEvent, ...NewEvent[]]);
  }
}

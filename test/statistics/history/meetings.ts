import { MeetingPlanned, type MeetingEvent } from '#meetings/contract';
import { addDays, addMonths, firstDayOf, monthOf, schoolYearOf, type CalendarDate, type Month } from '#platform/kernel';
import type { AgreedAction } from './actions.js';
import { corrected, protocolOf, type Action, type Correction } from './protocols.js';
import { BEGINS, ENDS, PEOPLE, UNITS, type Story } from './story.js';

/**
 * The unit's meetings: moved, postponed, cancelled, held, reported late or by mistake, filed, lost and corrected. Returns
 * the actions that they agreed.
 */
export function tellMeetings(story: Story, unitId: string): readonly AgreedAction[] {
  const births: AgreedAction[] = [];
  for (let month = monthOf(BEGINS); month <= monthOf(ENDS); month = addMonths(month, 1)) {
    if (month.endsWith('-07') || !story.random.chance(0.85)) continue;
    tellMeeting(story, unitId, month, births);
    if (story.random.chance(0.1)) tellMeeting(story, unitId, month, births);
  }
  return births;
}

function tellMeeting(story: Story, unitId: string, month: Month, births: AgreedAction[]): void {
  const { random } = story;
  const meetingId = story.id('meeting');
  const stream = `meeting-${meetingId}`;
  const others = UNITS.filter((other) => other !== unitId);
  const unitIds = random.chance(0.15) ? [unitId, random.pick(others)] : [unitId];
  const tell = (day: CalendarDate, type: MeetingEvent['type'], data: object) =>
    story.tell(stream, day, { type, data: { meetingId, unitIds, ...data } });
  const schoolYear = schoolYearOf(month);
  const startsAt = '12:00';
  const within = (day: CalendarDate): CalendarDate => {
    if (schoolYearOf(day) < schoolYear) return `${schoolYear}-08-01` as CalendarDate;
    return schoolYearOf(day) === schoolYear ? day : (`${schoolYear + 1}-06-20` as CalendarDate);
  };
  let on = addDays(firstDayOf(month), random.between(0, 27));
  const early = addDays(`${schoolYear}-08-01` as CalendarDate, random.between(0, 45));
  let now = tell(early < on ? early : addDays(on, -random.between(1, 20)), 'meetings.MeetingPlanned', {
    ...MeetingPlanned({} as never).data,
    kind: unitIds.length > 1 ? 'joint' : 'ordinary',
    schoolYear,
    on,
    startsAt,
    place: null,
    reason: null,
    urgent: false,
  });
  let state: 'planned' | 'postponed' = 'planned';
  const moves = random.chance(0.3) ? random.between(1, 2) : 0;
  for (let i = 0; i < moves && now < on; i += 1) {
    now = addDays(now, random.between(0, 10));
    const to = within(addDays(on, random.between(1, 20)));
    const isPostponed = random.chance(0.5);
    const type = isPostponed ? 'meetings.MeetingPostponed' : 'meetings.MeetingMoved';
    if (isPostponed) state = 'postponed';
    now = tell(now, type, { from: { on, startsAt }, to: { on: to, startsAt }, place: null, reason: 'sykdom' });
    on = to;
  }
  if (random.chance(0.1)) {
    tell(random.chance(0.5) ? on : addDays(on, random.between(1, 40)), 'meetings.MeetingCancelled', {
      on,
      reason: 'sykdom',
    });
    return;
  }
  if (random.chance(0.05)) return;
  const later = (day: CalendarDate, least: number, most: number) => {
    const lag = random.chance(0.7) ? random.between(least, Math.min(most, 4)) : random.between(least, most);
    const wanted = addDays(day, lag);
    return wanted > now ? wanted : now;
  };
  const hold = (heldOn: CalendarDate) => {
    now = tell(later(heldOn, 0, 45), 'meetings.MeetingHeld', { heldOn, insteadOf: on });
    on = heldOn;
  };
  const standsOn = on;
  hold(random.chance(0.85) ? on : within(addDays(on, random.between(-12, 25))));
  if (random.chance(0.08)) hold(within(addDays(on, random.between(-20, -1))));
  if (random.chance(0.08)) {
    now = tell(later(now, 0, 20), 'meetings.MeetingHeldRetracted', { heldOn: on, standsOn, state, reason: 'feil' });
    on = standsOn;
    if (random.chance(0.4)) return;
    hold(on);
  }
  if (random.chance(0.06)) {
    now = tell(later(now, 0, 60), 'meetings.ProtocolDeclaredLost', {
      heldOn: on,
      declaredOn: now,
      declaredBy: PEOPLE[0],
      reason: 'borte',
    });
    if (random.chance(0.6)) return;
    if (random.chance(0.3)) hold(within(addDays(on, -random.between(1, 9))));
  }
  if (random.chance(0.08)) return;
  now = later(on, 0, 60);
  const filedOn = now;
  let protocol = protocolOf(story, on);
  const filedAt = tell(now, 'meetings.ProtocolFiled', { filedOn, filedBy: PEOPLE[0], protocol });
  const agreed = protocol.actions.map((action) => ({ action, agreedOn: on, at: filedAt }));
  const corrections: Correction[] = [];
  for (let version = 2; random.chance(0.25); version += 1) {
    now = addDays(now, random.between(1, 110));
    const heldOn = random.chance(0.4) ? within(addDays(on, -random.between(1, 60))) : on;
    const previous = { heldOn: on, filedOn, actions: protocol.actions, earlierActions: [] };
    protocol = corrected(story, protocol, heldOn);
    on = heldOn;
    const [reason, correctedOn, correctedBy] = ['feil', now, PEOPLE[0]];
    tell(now, 'meetings.ProtocolCorrected', { version, reason, correctedOn, correctedBy, protocol, previous });
    corrections.push({ before: previous.actions, after: protocol.actions, on: correctedOn, version });
    const isNew = ({ actionId }: Action) => !previous.actions.some((it) => it.actionId === actionId);
    agreed.push(...protocol.actions.filter(isNew).map((action) => ({ action, agreedOn: on, at: correctedOn })));
  }
  for (const unit of unitIds) story.heldDays.set(unit, [...(story.heldDays.get(unit) ?? []), on]);
  for (const { action, agreedOn, at } of agreed) {
    const later = corrections.filter((it) => it.on > at);
    births.push({ action, meetingId, unitIds, on: agreedOn, at, corrections: later });
  }
}

import { ActionAgreed, type ActionEvent } from '#actions/contract';
import { MeetingPlanned, MonthExempted, type MeetingEvent, type Protocol } from '#meetings/contract';
import {
  addDays,
  addMonths,
  dayOf,
  firstDayOf,
  instantAt,
  lastDayOf,
  monthOf,
  schoolYearOf,
  stableId,
  type CalendarDate,
  type DomainEvent,
  type EventMetadata,
  type Month,
  type Recorded,
  type TimeOfDay,
} from '#platform/kernel';
import { DEFAULT_SETTINGS } from '#registry/contract';
import { Random } from './random.js';

/** A municipality of four units that lives for two and a half school years, with everything that makes figures hard. */
export const BEGINS = '2023-08-01' as CalendarDate;
export const ENDS = '2026-01-20' as CalendarDate;
export const TENANT = '9999';
export const SCHOOLS = ['974552876', '974557746'] as const;
export const KINDERGARTENS = ['974777630', '975278964'] as const;
export const UNITS = [...SCHOOLS, ...KINDERGARTENS] as const;
export const SERVICES = ['ppt', 'nurses', 'youth'].map((name) => stableId('service', name));
const PEOPLE = Array.from({ length: 6 }, (_, i) => stableId('person', i));
const AGE_BANDS = ['0-2', '3-5', '6-9', '10-12', '13-15'] as const;

type Action = Protocol['actions'][number];

/** An event that is to be recorded at a moment; those of a stream are recorded in the order in which they are told. */
interface Told {
  readonly at: number;
  readonly stream: string;
  readonly event: DomainEvent;
}

/** A correction of a protocol: its actions before and after. */
interface Correction {
  readonly before: readonly Action[];
  readonly after: readonly Action[];
  readonly on: CalendarDate;
  readonly version: number;
}
interface Birth {
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly on: CalendarDate;
  /** The day on which it was recorded. */
  readonly at: CalendarDate;
  readonly corrections: readonly Correction[];
}

/** Random events, in the order in which they were recorded, which lags behind the days that they are about. */
export function historyOf(seed: number): readonly Recorded[] {
  const history = new History(new Random(seed));
  history.municipality();
  for (const unitId of UNITS) history.unit(unitId);
  for (const unitId of UNITS) history.meetings(unitId);
  return history.recorded();
}

class History {
  private readonly told: Told[] = [];
  private readonly lastOf = new Map<string, number>();
  private count = 0;

  constructor(private readonly random: Random) {}

  recorded(): readonly Recorded[] {
    const end = instantAt(ENDS, '12:00' as TimeOfDay).getTime();
    // Some municipalities import what happened before a day, several events in a millisecond.
    const imported = this.random.chance(0.4) ? instantAt(addDays(BEGINS, 200), '03:00' as TimeOfDay).getTime() : 0;
    const revisions = new Map<string, bigint>();
    return this.told
      .filter(({ at }) => at <= end)
      .toSorted((a, b) => a.at - b.at)
      .map(({ at, stream, event }, i) => {
        const revision = (revisions.get(stream) ?? -1n) + 1n;
        revisions.set(stream, revision);
        const metadata = { occurredAt: new Date(at).toISOString() } as EventMetadata;
        const recordedAt = new Date(at < imported ? imported + Math.floor(i / 3) : Math.max(at, imported + 1_000));
        const id = stableId('event', i);
        return { ...event, id, tenant: TENANT, stream, revision, position: BigInt(i + 1), recordedAt, metadata };
      });
  }

  municipality(): void {
    const { random } = this;
    const stream = `municipality-${TENANT}`;
    this.tell(stream, BEGINS, {
      type: 'registry.MunicipalityRegistered',
      data: { name: 'Her', languageForm: 'nb', demo: true, number: TENANT, settings: DEFAULT_SETTINGS },
    });
    for (const schoolYear of [2023, 2024, 2025]) {
      if (!random.chance(0.7)) continue;
      const firstDay = `${schoolYear}-08-${random.between(14, 20)}`;
      const lastDay = `${schoolYear + 1}-06-${random.between(17, 24)}`;
      const closed = [
        { from: `${schoolYear}-10-02`, to: `${schoolYear}-10-06`, reason: 'høstferie' },
        { from: `${schoolYear}-12-22`, to: `${schoolYear + 1}-01-02`, reason: 'jul' },
      ];
      const kind = random.pick(['school', 'kindergarten']);
      this.tell(stream, addDays(`${schoolYear}-08-05` as CalendarDate, random.between(0, 200)), {
        type: 'registry.SchoolCalendarSet',
        data: { schoolYear, kind, firstDay, lastDay, closed },
      });
    }
    let day = BEGINS;
    for (;;) {
      day = addDays(day, random.between(90, 300));
      if (day > ENDS) break;
      const months = random.chance(0.5) ? DEFAULT_SETTINGS.mandatoryMonths.school : [9, 10, 11, 1, 2, 3, 4, 5];
      this.tell(stream, day, {
        type: 'registry.SettingsChanged',
        data: {
          settings: {
            ...DEFAULT_SETTINGS,
            filingWorkingDays: random.between(2, 12),
            effectJudgedWithinDays: random.between(20, 90),
            mandatoryMonths: { school: months, kindergarten: DEFAULT_SETTINGS.mandatoryMonths.kindergarten },
          },
        },
      });
    }
  }

  unit(unitId: string): void {
    const { random } = this;
    const stream = `unit-${unitId}`;
    const details = {
      name: unitId,
      kind: (SCHOOLS as readonly string[]).includes(unitId) ? 'school' : 'kindergarten',
      ownership: 'public',
      children: 100,
      area: random.pick(['Nord', 'Sør', null]),
    };
    const begins = addDays(BEGINS, random.chance(0.8) ? 1 : random.between(30, 300));
    this.tell(stream, begins, {
      type: 'registry.UnitRegistered',
      data: { unitId, ...details, obligation: { obliged: random.chance(0.85), reason: null }, from: begins },
    });
    let day = begins;
    let isClosed = false;
    for (;;) {
      day = addDays(day, random.between(10, 150));
      if (day > ENDS) break;
      const around = (least: number, most: number) => addDays(day, random.between(least, most));
      switch (random.between(0, 6)) {
        case 0:
          this.tell(stream, day, {
            type: 'registry.UnitDetailsChanged',
            data: { ...details, children: random.between(5, 200) },
          });
          break;
        case 1:
          this.tell(stream, day, {
            type: 'registry.UnitObligationChanged',
            data: { obliged: random.chance(0.7), reason: null, from: around(-60, 60) },
          });
          break;
        case 2: {
          const hostUnitId = random.pick([null, ...UNITS.filter((other) => other !== unitId)]);
          this.tell(stream, day, {
            type: 'registry.JointMeetingPlaceSet',
            data: { hostUnitId, from: around(-40, 40) },
          });
          break;
        }
        case 3:
          if (isClosed) {
            this.tell(stream, day, { type: 'registry.UnitReopened', data: { on: around(2, 20) } });
          } else {
            const on = around(0, 10);
            this.tell(stream, day, { type: 'registry.UnitClosed', data: { on, reason: 'ombygging' } });
          }
          isClosed = !isClosed;
          break;
        case 4:
          if (isClosed) this.tell(stream, day, { type: 'registry.UnitClosureWithdrawn', data: {} });
          isClosed = false;
          break;
        default: {
          const serviceId = random.pick(SERVICES);
          const mustAttend = random.chance(0.7);
          this.tell(
            stream,
            day,
            random.chance(0.8)
              ? { type: 'registry.ServiceAssigned', data: { serviceId, contactId: null, mustAttend } }
              : { type: 'registry.ServiceUnassigned', data: { serviceId } },
          );
        }
      }
    }
    for (let month = monthOf(BEGINS); month <= monthOf(ENDS); month = addMonths(month, 1)) {
      if (!random.chance(0.12)) continue;
      const data = { unitId, schoolYear: schoolYearOf(month), month, reason: 'flytting' } as never;
      const years = `schoolyear-${unitId}.${schoolYearOf(month)}`;
      const given = this.tell(years, addDays(firstDayOf(month), random.between(0, 60)), MonthExempted(data));
      if (random.chance(0.35))
        this.tell(years, addDays(given, random.between(1, 90)), { type: 'meetings.ExemptionWithdrawn', data });
    }
  }

  meetings(unitId: string): void {
    for (let month = monthOf(BEGINS); month <= monthOf(ENDS); month = addMonths(month, 1)) {
      if (month.endsWith('-07') || !this.random.chance(0.85)) continue;
      this.meeting(unitId, month);
      if (this.random.chance(0.1)) this.meeting(unitId, month);
    }
  }

  private meeting(unitId: string, month: Month): void {
    const { random } = this;
    this.count += 1;
    const meetingId = stableId('meeting', this.count);
    const stream = `meeting-${meetingId}`;
    const others = UNITS.filter((other) => other !== unitId);
    const unitIds = random.chance(0.15) ? [unitId, random.pick(others)] : [unitId];
    const tell = (day: CalendarDate, type: MeetingEvent['type'], data: object) =>
      this.tell(stream, day, { type, data: { meetingId, unitIds, ...data } });
    const schoolYear = schoolYearOf(month);
    const startsAt = '12:00';
    const within = (day: CalendarDate): CalendarDate =>
      schoolYearOf(day) === schoolYear ? day : (`${schoolYear + 1}-06-20` as CalendarDate);
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
    let protocol = this.protocol(on);
    const filedAt = tell(now, 'meetings.ProtocolFiled', { filedOn, filedBy: PEOPLE[0], protocol });
    const agreed = protocol.actions.map((action) => ({ action, agreedOn: on, at: filedAt }));
    const corrections: Correction[] = [];
    for (let version = 2; random.chance(0.25); version += 1) {
      now = addDays(now, random.between(1, 110));
      const heldOn = random.chance(0.25) ? within(addDays(on, -random.between(1, 15))) : on;
      const previous = { heldOn: on, filedOn, actions: protocol.actions, earlierActions: [] };
      protocol = this.corrected(protocol, heldOn);
      on = heldOn;
      const [reason, correctedOn, correctedBy] = ['feil', now, PEOPLE[0]];
      tell(now, 'meetings.ProtocolCorrected', { version, reason, correctedOn, correctedBy, protocol, previous });
      corrections.push({ before: previous.actions, after: protocol.actions, on: correctedOn, version });
      const isNew = ({ actionId }: Action) => !previous.actions.some((it) => it.actionId === actionId);
      agreed.push(...protocol.actions.filter(isNew).map((action) => ({ action, agreedOn: on, at: correctedOn })));
    }
    for (const { action, agreedOn, at } of agreed)
      this.action(action, {
        meetingId,
        unitIds,
        on: agreedOn,
        at,
        corrections: corrections.filter((it) => it.on > at),
      });
  }

  private protocol(heldOn: CalendarDate): Protocol {
    const { random } = this;
    const matters = Array.from({ length: random.between(0, 3) }, () => this.matter());
    const actions = Array.from({ length: random.between(1, 4) }, () => this.content(heldOn, matters));
    return {
      heldOn,
      startedAt: '12:00' as TimeOfDay,
      endedAt: null,
      place: null,
      digital: false,
      chairId: null,
      minuteTakerId: null,
      participants: this.participants(),
      earlierActions: [],
      matters,
      actions,
      nextMeetingOn: null,
    };
  }

  private participants(): Protocol['participants'] {
    const { random } = this;
    return Array.from({ length: random.between(1, 4) }, () => ({
      personId: random.pick(PEOPLE) as never,
      role: null,
      unitId: null,
      serviceId: random.pick([null, ...SERVICES]) as never,
      attendance: random.pick(['present', 'deputy', 'absent'] as const),
      deputyId: null,
    }));
  }

  private matter(): Protocol['matters'][number] {
    const { random } = this;
    this.count += 1;
    const matter = { matterId: stableId('matter', this.count), topic: 'language', cause: null } as const;
    return random.chance(0.6)
      ? { ...matter, kind: 'anonymous', ageBand: random.pick(AGE_BANDS), setting: 'home' }
      : { ...matter, kind: 'system', heading: 'Rutiner' };
  }

  private content(heldOn: CalendarDate, matters: Protocol['matters']): Action {
    const { random } = this;
    this.count += 1;
    const dueOn = addDays(heldOn, random.between(5, 90));
    const nok = random.chance(0.15) ? random.between(0, 90) * 1000 : null;
    const hours = random.chance(0.15) ? random.between(1, 80) : null;
    const action = {
      actionId: stableId('action', this.count) as never,
      text: 'Følge opp',
      ownerId: random.pick(PEOPLE) as never,
      ownerServiceId: random.pick([null, ...SERVICES]) as never,
      dueOn,
      followUpOn: addDays(heldOn, random.between(3, 70)),
      level: random.pick(['individual', 'group', 'system'] as const),
      category: random.pick(['guidance', 'referral', 'other'] as const),
      approach: random.pick(['preventive', 'compensating', null] as const),
      contributors: Array.from({ length: random.between(0, 2) }, () => ({
        personId: null,
        serviceId: random.pick([null, ...SERVICES]) as never,
      })),
      resources: nok === null && hours === null ? null : { nok, hours },
      wantedEffect: null,
      matterId: random.chance(0.6) && matters.length > 0 ? random.pick(matters).matterId : null,
    };
    // Imported history may lack a date, although the shape has it.
    if (random.chance(0.03)) delete (action as Partial<typeof action>).followUpOn;
    return action;
  }

  private corrected(protocol: Protocol, heldOn: CalendarDate): Protocol {
    const { random } = this;
    const kept = protocol.actions.filter(() => random.chance(0.85));
    const actions = [...kept, ...(random.chance(0.3) ? [this.content(heldOn, protocol.matters)] : [])];
    return {
      ...protocol,
      heldOn,
      participants: random.chance(0.5) ? this.participants() : protocol.participants,
      matters: random.chance(0.3) ? [...protocol.matters, this.matter()] : protocol.matters,
      actions: actions.map((action) =>
        random.chance(0.3)
          ? {
              ...action,
              level: random.pick(['individual', 'group'] as const),
              dueOn: addDays(action.dueOn, random.between(1, 30)),
            }
          : action,
      ),
    };
  }

  private action(agreed: Action, { meetingId, unitIds, on, at, corrections }: Birth): void {
    const { random } = this;
    const stream = `action-${agreed.actionId}`;
    // Without a follow-up date the import takes the due date.
    let content = { ...agreed, followUpOn: agreed.followUpOn ?? agreed.dueOn };
    let isOpen = true;
    let decidedOn = on;
    let now = this.tell(stream, at, ActionAgreed({ ...content, meetingId, unitIds, agreedOn: on } as never));
    const tell = (type: ActionEvent['type'], data: object) => void (now = this.tell(stream, now, { type, data }));
    const waiting = [...corrections];
    const correctUntil = (day: CalendarDate) => {
      while (waiting.length > 0 && waiting[0]!.on <= day) {
        const { before, after, on: correctedOn, version } = waiting.shift()!;
        const known = before.find(({ actionId }) => actionId === agreed.actionId);
        const next = after.find(({ actionId }) => actionId === agreed.actionId);
        if (!known) continue;
        now = correctedOn > now ? correctedOn : now;
        if (!next) {
          if (isOpen) tell('actions.ActionAbandoned', { on: correctedOn, reason: 'corrected', note: null });
          isOpen = false;
          continue;
        }
        const isDueTheSame = content.dueOn === known.dueOn;
        const corrected = { ...content, level: next.level, ...(isDueTheSame && { dueOn: next.dueOn }) };
        if (JSON.stringify(corrected) === JSON.stringify(content)) continue;
        content = corrected;
        tell('actions.ActionCorrected', { content, reason: 'feil', on: correctedOn, meetingId, version });
      }
    };
    const steps = random.between(0, 7);
    for (let i = 0; i < steps && isOpen; i += 1) {
      const next = addDays(now, random.between(1, 45));
      correctUntil(next);
      if (!isOpen) break;
      now = next > now ? next : now;
      const earlier = addDays(now, -random.between(0, 12));
      const inMeeting = random.chance(0.4) && earlier >= decidedOn;
      const day = inMeeting ? earlier : now;
      const by = { on: day, meetingId: inMeeting ? stableId('meeting', 'of the day') : null };
      const followUpOn = addDays(day, random.between(0, 60));
      const dueOn = addDays(content.dueOn > day ? content.dueOn : day, random.between(1, 60));
      const late = addDays(decidedOn, -random.between(0, 20));
      const followedUpLate = { ...by, on: late, outcome: 'on-track', note: null, nextFollowUpOn: null };
      switch (random.between(0, 8)) {
        case 0:
          tell('actions.FollowUpRecorded', { ...by, outcome: 'on-track', note: null, nextFollowUpOn: followUpOn });
          break;
        case 1:
          // A protocol that was filed after a later decision.
          if (late >= on) tell('actions.FollowUpRecorded', followedUpLate);
          continue;
        case 2:
        case 3:
          tell('actions.ActionCarriedOn', { ...by, from: content.dueOn, dueOn, followUpOn, reason: 'tid' });
          content = { ...content, dueOn, followUpOn };
          break;
        case 4:
          content = { ...content, dueOn, followUpOn, level: random.pick(['individual', 'group', 'system']) };
          tell('actions.ActionChanged', { ...by, content, reason: 'annet' });
          break;
        case 5: {
          const [to, toServiceId] = [random.pick(PEOPLE), random.pick([null, ...SERVICES])];
          const handover = { from: content.ownerId, to, toServiceId, on: now };
          tell('actions.HandoverOffered', { ...handover, reason: null });
          tell('actions.HandoverAccepted', handover);
          content = { ...content, ownerId: to as never, ownerServiceId: toServiceId as never };
          continue;
        }
        case 6:
          tell('actions.ActionAbandoned', { on: day, reason: 'not-relevant', note: null });
          isOpen = false;
          break;
        default: {
          tell('actions.ActionCompleted', { completedOn: day, note: null });
          isOpen = false;
          const judgements = random.between(0, 2);
          for (let judged = 0; judged < judgements; judged += 1) {
            now = addDays(now, random.between(0, 80));
            const effect = random.pick(['worked', 'partly', 'did-not', 'cannot-be-judged']);
            tell('actions.EffectJudged', { on: now, effect, note: null });
          }
          if (random.chance(0.3) && late >= on) tell('actions.FollowUpRecorded', followedUpLate);
        }
      }
      if (day > decidedOn) decidedOn = day;
    }
    correctUntil('9999-12-31' as CalendarDate);
  }

  /** Recorded on the day, or later if the stream has a later event already. Returns the day. */
  private tell(stream: string, day: CalendarDate, event: DomainEvent): CalendarDate {
    const { random } = this;
    const hour = String(random.between(7, 22)).padStart(2, '0');
    const wanted = instantAt(day, `${hour}:${random.between(10, 59)}` as TimeOfDay).getTime();
    const at = Math.max(wanted, (this.lastOf.get(stream) ?? 0) + 1);
    this.lastOf.set(stream, at);
    this.told.push({ at, stream, event });
    return dayOf(new Date(at));
  }
}

export const endOfMonth = (month: Month): Date => instantAt(lastDayOf(month), '23:30' as TimeOfDay);

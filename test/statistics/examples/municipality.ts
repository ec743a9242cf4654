import { ActionAgreed, type ActionEvent } from '#actions/contract';
import { alertKeyOf, type AlertStepEvent } from '#alerts/contract';
import { MeetingPlanned, type MeetingEvent, type Protocol } from '#meetings/contract';
import {
  instantAt,
  schoolYearOf,
  stableId,
  type CalendarDate,
  type DomainEvent,
  type EventMetadata,
  type Recorded,
  type TimeOfDay,
} from '#platform/kernel';
import { DEFAULT_SETTINGS, type Settings } from '#registry/contract';
import {
  dividedFigure,
  indicatorWith,
  periodOf,
  wholeFigure,
  type Breakdown,
  type Figure,
  type Indicator,
  type KnownFacts,
  type Period,
} from '#statistics/contract';
import { FoldedFacts } from '../folded-facts.js';

type Matter = { readonly id: string; readonly age: string };
/** A person with a service: «Kari (PPT)»; without: «Ola». */
type Who = string;

export interface GivenAction {
  readonly id: string;
  readonly owner?: Who;
  readonly due?: string;
  readonly followUp?: string | undefined;
  readonly level?: 'individual' | 'group' | 'system';
  readonly category?: string;
  readonly approach?: 'preventive' | 'compensating';
  readonly helpers?: readonly Who[];
  readonly nok?: number;
  readonly hours?: number;
  readonly matter?: string;
}
interface GivenMeeting {
  /** The first one hosts. */
  readonly at: string | readonly string[];
  /** The day for which it is planned. */
  readonly on: string;
  /** The day on which it was put into the plan. */
  readonly plannedOn?: string;
  readonly heldOn?: string;
  readonly filedOn?: string;
  readonly protocol?: GivenProtocol;
}
interface GivenProtocol {
  /** Of a correction: another day. */
  readonly heldOn?: string;
  readonly actions?: readonly GivenAction[];
  readonly matters?: readonly Matter[];
  /** How each service took part. */
  readonly services?: Readonly<Record<string, 'present' | 'deputy' | 'absent'>>;
}

type Sent = Extract<AlertStepEvent, { type: 'alerts.AlertSent' }>['data'];
interface GivenAlert {
  readonly kind: Sent['kind'];
  readonly subject: string;
  readonly at: string;
  readonly on: string;
  readonly about: string;
  readonly step?: number;
  readonly to?: readonly Sent['to'][number]['as'][];
}

/** The school year begins: units exist from this day. */
const BEGINS = '2024-08-01';

/** A municipality in which things happen on days. Each is recorded on its day. */
export class Municipality {
  private readonly events: Recorded[] = [];
  private readonly units = new Map<string, readonly string[]>();
  private readonly meetings = new Map<
    string,
    { readonly units: readonly string[]; protocol: Protocol; filedOn: string }
  >();

  constructor(private readonly today: string) {
    const settings = DEFAULT_SETTINGS;
    this.tell('municipality-1', BEGINS, { type: 'registry.MunicipalityRegistered', data: { settings } });
  }

  school = (...names: readonly string[]): this => this.register('school', names);
  kindergarten = (...names: readonly string[]): this => this.register('kindergarten', names);

  settings(on: string, changes: Partial<Settings>): this {
    const settings = { ...DEFAULT_SETTINGS, ...changes };
    return this.tell('municipality-1', on, { type: 'registry.SettingsChanged', data: { settings } });
  }

  /** From the day on the service must attend the unit's meetings. */
  mustAttend(unitId: string, serviceId: string, from = BEGINS): this {
    const data = { serviceId, contactId: null, mustAttend: true };
    return this.tell(`unit-${unitId}`, from, { type: 'registry.ServiceAssigned', data });
  }

  /** From the day on the unit joins another one's meetings. */
  joins(unitId: string, hostUnitId: string, from: string): this {
    return this.tell(`unit-${unitId}`, from, { type: 'registry.JointMeetingPlaceSet', data: { hostUnitId, from } });
  }

  /** `lastDay` is the last open one; recorded on `on`. */
  closes(unitId: string, lastDay: string, on = lastDay): this {
    return this.tell(`unit-${unitId}`, on, { type: 'registry.UnitClosed', data: { on: lastDay, reason: 'flytter' } });
  }

  /** From the day on the unit need not meet. */
  released(unitId: string, from: string): this {
    const data = { from, obliged: false, reason: 'åpen barnehage' };
    return this.tell(`unit-${unitId}`, from, { type: 'registry.UnitObligationChanged', data });
  }

  exempts(unitId: string, month: string, on = `${month}-01`): this {
    return this.tell(`schoolyear-${unitId}`, on, { type: 'meetings.MonthExempted', data: { unitId, month } });
  }

  /** Plans a meeting, holds it, and files its protocol, as far as days are given. Returns nothing but the municipality. */
  meeting(id: string, { at, on, plannedOn = BEGINS, heldOn, filedOn, protocol = {} }: GivenMeeting): this {
    const unitIds = typeof at === 'string' ? [at] : at;
    this.units.set(id, unitIds);
    const planned = { meetingId: id, kind: unitIds.length > 1 ? 'joint' : 'ordinary', unitIds, on };
    this.tell(
      `meeting-${id}`,
      plannedOn,
      MeetingPlanned({ ...planned, schoolYear: schoolYearOf(on as never) } as never),
    );
    if (heldOn) this.inMeeting(id, heldOn, 'meetings.MeetingHeld', { heldOn, insteadOf: on });
    if (!heldOn || !filedOn) return this;
    const filed = protocolOf(heldOn, protocol);
    this.meetings.set(id, { units: unitIds, protocol: filed, filedOn });
    this.inMeeting(id, filedOn, 'meetings.ProtocolFiled', { meetingId: id, filedOn, protocol: filed });
    for (const action of filed.actions) this.agreed(action, id, unitIds, heldOn, filedOn);
    return this;
  }

  postponed(id: string, on: string, to: string): this {
    return this.inMeeting(id, on, 'meetings.MeetingPostponed', { to: { on: to } });
  }

  cancelled = (id: string, on: string): this => this.inMeeting(id, on, 'meetings.MeetingCancelled', { on });
  held = (id: string, heldOn: string, reportedOn = heldOn): this =>
    this.inMeeting(id, reportedOn, 'meetings.MeetingHeld', { heldOn });
  lost = (id: string, on: string): this => this.inMeeting(id, on, 'meetings.ProtocolDeclaredLost', { heldOn: on });

  /** A new version of the protocol; actions that it drops are taken out. */
  corrected(id: string, on: string, given: GivenProtocol): this {
    const known = this.meetings.get(id)!;
    const { protocol: before, filedOn } = known;
    known.protocol = protocolOf(given.heldOn ?? before.heldOn, given);
    const previous = { heldOn: before.heldOn, filedOn, actions: before.actions };
    this.inMeeting(id, on, 'meetings.ProtocolCorrected', { meetingId: id, protocol: known.protocol, previous });
    const kept = known.protocol.actions.map(({ actionId }) => actionId);
    for (const { actionId } of before.actions) {
      if (!kept.includes(actionId)) this.action(actionId, on, 'actions.ActionAbandoned', { on, reason: 'corrected' });
    }
    return this;
  }

  followedUp(id: string, on: string, next: string, meetingId: string | null = null): this {
    return this.action(id, on, 'actions.FollowUpRecorded', {
      on,
      outcome: 'on-track',
      nextFollowUpOn: next,
      meetingId,
    });
  }

  carriedOn(id: string, on: string, dueOn: string, followUpOn: string): this {
    return this.action(id, on, 'actions.ActionCarriedOn', { on, dueOn, followUpOn, meetingId: null });
  }

  handedOver(id: string, on: string, to: Who): this {
    const { personId, serviceId } = personOf(to);
    return this.action(id, on, 'actions.HandoverAccepted', { to: personId, toServiceId: serviceId, on });
  }

  completed = (id: string, on: string): this => this.action(id, on, 'actions.ActionCompleted', { completedOn: on });
  abandoned = (id: string, on: string): this =>
    this.action(id, on, 'actions.ActionAbandoned', { on, reason: 'not-relevant' });

  judged(id: string, on: string, effect: 'worked' | 'partly' | 'did-not' | 'cannot-be-judged'): this {
    return this.action(id, on, 'actions.EffectJudged', { on, effect });
  }

  /** A step tells these receivers on the day; `about`: the day that it is counted from. */
  alerted({ kind, subject, at, on, about, step = 1, to = ['owner'] }: GivenAlert): this {
    const alertId = `${kind}:${subject}`;
    const receivers = to.map((as) => ({ personId: as, as }));
    const data = { alertId, kind, subjectId: subject, unitIds: [at], countedFrom: about, step, on, to: receivers };
    return this.tell(`alert-${alertKeyOf(alertId)}`, on, { type: 'alerts.AlertSent', data: { ...data, skipped: [] } });
  }

  handled = (kind: string, subject: string, on: string): this =>
    this.tell(`alert-${alertKeyOf(`${kind}:${subject}`)}`, on, {
      type: 'alerts.AlertHandled',
      data: { on, note: null },
    });

  handoverDeclined = (id: string, on: string): this => this.action(id, on, 'actions.HandoverDeclined', { on });

  /**
   * The figure as text: «3 of 4», the value of means and medians before it, what stands beside it after it. `day`: on an
   * earlier day, by what is known at the moment.
   */
  figure(id: number, key = '2024-2025', asOf = this.today, day = asOf): string {
    const [indicator, period] = [indicatorWith(id)!, periodOf(key)!];
    return textOf(id, wholeFigure(indicator, this.known(asOf, period, indicator, day), period, {}).figure);
  }

  /** The same for each part. */
  by(by: Breakdown, id: number, key = '2024-2025', day = this.today): Readonly<Record<string, string>> {
    const [indicator, period] = [indicatorWith(id)!, periodOf(key)!];
    const parts = dividedFigure(indicator, this.known(this.today, period, indicator, day), period, by, {});
    return Object.fromEntries(parts.map((part) => [part.key, textOf(id, part.figure)]));
  }

  /** By the rows that a question about the period reads. */
  private known(asOf: string, period: Period, indicator: Indicator, day = asOf): KnownFacts {
    const recorded = this.events.toSorted((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime());
    const moment = instantAt(asOf as CalendarDate, '18:00' as TimeOfDay);
    return new FoldedFacts(recorded).ofPeriod(moment, period, [indicator], day as CalendarDate);
  }

  private register(kind: 'school' | 'kindergarten', names: readonly string[]): this {
    for (const unitId of names) {
      const obligation = { obliged: true, reason: null };
      const data = {
        unitId,
        name: unitId,
        kind,
        ownership: 'public',
        children: 100,
        area: null,
        obligation,
        from: BEGINS,
      };
      this.tell(`unit-${unitId}`, BEGINS, { type: 'registry.UnitRegistered', data });
    }
    return this;
  }

  private agreed(
    action: Protocol['actions'][number],
    meetingId: string,
    unitIds: readonly string[],
    on: string,
    at: string,
  ) {
    const data = { ...action, meetingId, unitIds, agreedOn: on };
    this.tell(`action-${action.actionId}`, at, ActionAgreed(data as never));
  }

  private inMeeting = (id: string, on: string, type: MeetingEvent['type'], data: object): this =>
    this.tell(`meeting-${id}`, on, { type, data: { unitIds: this.units.get(id), ...data } });

  private action = (id: string, on: string, type: ActionEvent['type'], data: object): this =>
    this.tell(`action-${id}`, on, { type, data });

  /** At noon, in the order in which things are told. */
  private tell(stream: string, day: string, event: DomainEvent): this {
    const position = this.events.length + 1;
    const recordedAt = new Date(instantAt(day as CalendarDate, '12:00' as TimeOfDay).getTime() + position);
    this.events.push({
      ...event,
      id: stableId(position),
      tenant: '1',
      stream,
      revision: 0n,
      position: BigInt(position),
      recordedAt,
      metadata: { occurredAt: recordedAt.toISOString() } as EventMetadata,
    });
    return this;
  }
}

const personOf = (who: Who) => {
  const [, name, service] = /^([^(]+?)(?: \((.+)\))?$/.exec(who)!;
  return { personId: name!, serviceId: service ?? null };
};

function protocolOf(heldOn: string, { actions = [], matters = [], services = {} }: GivenProtocol): Protocol {
  return {
    heldOn,
    participants: Object.entries(services).map(([serviceId, attendance]) => ({ serviceId, attendance })),
    matters: matters.map(({ id, age }) => ({ kind: 'anonymous', matterId: id, ageBand: age })),
    actions: actions.map((given) => contentOf(given)),
    earlierActions: [],
  } as unknown as Protocol;
}

function contentOf({ id, owner = 'Ola', due = '2025-06-01', nok = 0, hours = 0, ...given }: GivenAction) {
  const { personId, serviceId } = personOf(owner);
  return {
    actionId: id,
    ownerId: personId,
    ownerServiceId: serviceId,
    dueOn: due,
    followUpOn: 'followUp' in given ? given.followUp : due,
    level: given.level ?? 'group',
    category: given.category ?? 'guidance',
    approach: given.approach ?? null,
    contributors: (given.helpers ?? []).map(personOf),
    resources: nok + hours === 0 ? null : { nok: nok || null, hours: hours || null },
    matterId: given.matter ?? null,
  };
}

function textOf(id: number, { numerator, denominator, value, asides }: Figure): string {
  const { measure } = indicatorWith(id)!;
  const isOfCases = measure === 'share' || measure === 'number' || measure === 'distribution';
  const shown = isOfCases ? '' : `${value === null ? '–' : Math.round(value * 10) / 10}: `;
  return [
    `${shown}${numerator} of ${denominator}`,
    ...asides.map((it) => `${it.key} ${it.numerator} of ${it.denominator}`),
  ].join(', ');
}

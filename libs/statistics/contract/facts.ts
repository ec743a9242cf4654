import type { ActionEvent } from '#actions/contract';
import type { MeetingEvent } from '#meetings/contract';
import type { CalendarDate, Month } from '#platform/kernel';
import type { Closures, LadderKind, SchoolCalendarDto, Settings, Timeline, UnitKind } from '#registry/contract';

type DataOf<Event extends { readonly type: string; readonly data: unknown }, Type extends Event['type']> = Extract<
  Event,
  { type: Type }
>['data'];
type Protocol = DataOf<MeetingEvent, 'meetings.ProtocolFiled'>['protocol'];
type Agreed = DataOf<ActionEvent, 'actions.ActionAgreed'>;

// Figures are computed from facts. Each fact is what was known of its subject at one moment (ADR 0314).

/** The large sets of facts. An indicator names those that it reads; the registry’s are there for every figure. */
export type FactSet = 'meetings' | 'actions' | 'alerts';

export interface MunicipalityFact {
  /** The settings by the day on which they were decided; the first ones hold for every earlier day too. */
  readonly settings: Timeline<{ readonly settings: Settings }>;
  readonly calendars: readonly SchoolCalendarDto[];
}

/** A school or kindergarten. */
export interface UnitFact {
  readonly unitId: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly ownership: 'public' | 'private';
  readonly area: string | null;
  /** Number of children by the day on which it was recorded; null where it is not known. */
  readonly children: Timeline<{ readonly children: number | null }>;
  readonly obligations: Timeline<{ readonly obliged: boolean }>;
  readonly hosts: Timeline<{ readonly hostUnitId: string | null }>;
  readonly closures: Closures;
  /** Months in which the coordinator has exempted it. */
  readonly exempt: readonly Month[];
  /** Services that must attend its meetings, over time. */
  readonly duties: readonly {
    readonly serviceId: string;
    readonly timeline: Timeline<{ readonly mustAttend: boolean }>;
  }[];
}

export interface ServiceFact {
  readonly serviceId: string;
  readonly name: string;
  readonly serviceUnitId: string | null;
  readonly closures: Closures;
}

/** A person's roles in services: who is a member of which. */
export interface PersonFact {
  readonly personId: string;
  readonly memberships: readonly {
    readonly roleId: string;
    readonly serviceId: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate | null;
  }[];
}

export interface MeetingFact {
  readonly meetingId: string;
  readonly kind: 'ordinary' | 'extraordinary' | 'joint';
  /** The first one hosts. */
  readonly unitIds: readonly string[];
  /** The day on which it was put into the plan. */
  readonly plannedOn: CalendarDate;
  /** The day for which it is planned, or on which it was held. */
  readonly on: CalendarDate;
  readonly state: 'planned' | 'postponed' | 'cancelled' | 'held' | 'lost' | 'filed';
  /** The days for which it was planned, by the day of each decision; null since it was cancelled. */
  readonly plans: Timeline<{ readonly on: CalendarDate | null }>;
  /** Whether it was postponed at least once, also when it was held later. */
  readonly wasPostponed: boolean;
  /** The latest version of its protocol; null while none is filed. */
  readonly protocol: ProtocolFact | null;
}

export interface ProtocolFact {
  /** The day of the first filing. */
  readonly filedOn: CalendarDate;
  /** Number of corrections. */
  readonly corrections: number;
  /** Services of the people whom it lists, each with its best attendance. */
  readonly services: readonly { readonly serviceId: string; readonly how: 'present' | 'deputy' | 'absent' }[];
  /** Age bands of its anonymous matters. */
  readonly ageBands: Readonly<Record<string, AgeBand>>;
  /** The actions of each version, in order, with those at individual level apart: they count as children. */
  readonly versions: readonly { readonly individual: ActionCount; readonly other: ActionCount }[];
}
export interface ActionCount {
  readonly all: number;
  /** Those with a responsible person, a due date and a follow-up date. */
  readonly complete: number;
}
export type AgeBand = Extract<Protocol['matters'][number], { kind: 'anonymous' }>['ageBand'];

export interface ActionFact {
  readonly actionId: string;
  readonly meetingId: string;
  readonly unitIds: readonly string[];
  readonly agreedOn: CalendarDate;
  readonly level: Agreed['level'];
  readonly category: Agreed['category'];
  readonly approach: Agreed['approach'];
  readonly resources: Agreed['resources'];
  readonly matterId: string | null;
  /** Services of those who help; the responsible person's may be among them. */
  readonly helpingServices: readonly string[];
  /** The responsible person and the due date, over time. */
  readonly terms: Timeline<ActionTerms>;
  /** Its due date when it was agreed. */
  readonly firstDueOn: CalendarDate;
  /** How many times it was carried on with a new due date. */
  readonly moves: number;
  /** In order; only the last one may not be done. */
  readonly followUps: readonly FollowUpFact[];
  /** `taken-out`: a correction of the protocol dropped it, so that it is in no figure. */
  readonly ended: { readonly on: CalendarDate; readonly how: 'completed' | 'abandoned' | 'taken-out' } | null;
  /** The day of the first judgement, and the effect by the last one. */
  readonly effect: {
    readonly on: CalendarDate;
    readonly effect: DataOf<ActionEvent, 'actions.EffectJudged'>['effect'];
  } | null;
}
export interface ActionTerms {
  readonly ownerId: string;
  readonly ownerServiceId: string | null;
  readonly dueOn: CalendarDate;
}
/**
 * A follow-up that was planned for a day, and the day on which it was done: by a person, by a meeting, or by its end.
 */
export interface FollowUpFact {
  readonly dueOn: CalendarDate;
  readonly doneOn: CalendarDate | null;
  readonly meetingId: string | null;
}

/** An alert of one kind about one subject, each time that it was told about a day. */
export interface AlertFact {
  readonly kind: LadderKind;
  /** Id of the action or the meeting, `<unit>/<month>`, or `<service>/<unit>`. */
  readonly subjectId: string;
  readonly unitIds: readonly string[];
  /** In order. */
  readonly rounds: readonly AlertRound[];
}
export interface AlertRound {
  /** The day that its steps are counted from, such as the due date. */
  readonly countedFrom: CalendarDate;
  /** The day on which it was told first; reminders before that day do not count. */
  readonly toldOn: CalendarDate;
  /** The highest step that was told, in working days. */
  readonly step: number;
  /** Until whom it came: those who answer for it, the unit's leaders, or above the unit. */
  readonly level: 'reminder' | 'alert' | 'coordinator';
  /** `moved`: by a new date alone. `handled`: somebody marked it so. */
  readonly solved: { readonly on: CalendarDate; readonly how: 'done' | 'moved' | 'handled' } | null;
}

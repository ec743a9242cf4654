import { z } from 'zod';
import {
  CalendarDate,
  eventType,
  MeetingId,
  Month,
  PersonId,
  ServiceId,
  ServiceUnitId,
  UnitId,
  type EventOf,
} from '#platform/kernel';
import { LadderKindName } from '#alerts/contract';
import { NewsId } from '#news/contract';
import { MailLanguage } from './preferences.events.js';
import { DigestWeek } from './week.js';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

const Count = z.int().min(0).max(1_000_000);
/** «17 av 29» */
const Share = z.object({ of: Count, count: Count });

/** An alert's line: what it is about, never its text. */
export const DigestNeed = z.object({
  kind: LadderKindName,
  /** Id of the action or the meeting, `<unit>/<month>`, or `<service>/<unit>`. */
  subjectId: z.string().min(1).max(80),
  unitIds: z.array(UnitId),
  serviceIds: z.array(ServiceId),
  ownerId: PersonId.nullable(),
  month: Month.nullable(),
  countedFrom: CalendarDate,
  /** Working days since that day; below 0 before it. */
  age: z.int().min(-1000).max(100_000),
});
export type DigestNeed = z.infer<typeof DigestNeed>;

const Appointment = z.object({ on: CalendarDate, startsAt: z.string().max(5) });
/** A change of the meeting plan. */
export const DigestNews = z.object({
  newsId: NewsId,
  what: z.enum(['plan', 'planned', 'called', 'moved', 'postponed', 'relocated', 'cancelled']),
  unitIds: z.array(UnitId),
  /** Planned meetings, of a plan; 1 otherwise. */
  meetings: Count,
  before: Appointment.nullable(),
  after: Appointment.nullable(),
});
export type DigestNews = z.infer<typeof DigestNews>;

/** Numbers of a service's actions; `serviceId` is null for those that belong to none. */
export const ServiceLine = z.object({
  serviceId: ServiceId.nullable(),
  /** Agreed, and completed or abandoned, in the seven days before. */
  started: Count,
  ended: Count,
  open: Count,
  overdue: Count,
  /** Overdue seven days before. */
  overdueBefore: Count,
});
export type ServiceLine = z.infer<typeof ServiceLine>;

/** Roles for which a digest is made. */
export const DigestRole = z.enum(['coordinator', 'service-unit-leader', 'unit-leader']);
export type DigestRole = z.infer<typeof DigestRole>;

/**
 * Early intervention in a period whose figures about children are final, as everybody in the administration may see it:
 * small numbers are hidden, and null.
 */
const DigestEarly = z.object({
  /** `2025-2026` or `2026H2`. */
  period: z.string().regex(/^\d{4}(-\d{4}|H2)$/),
  /** The day by whose knowledge it is final. */
  knownOn: CalendarDate,
  mattersUnderTen: Share.nullable(),
  /** Per cent. */
  resourcesUnderTen: z.number().min(0).max(100).nullable(),
});

/** Everything that a digest is rendered from: figures, ids, and the names that they had. */
export const DigestContent = z.object({
  week: DigestWeek,
  /** The day on which it was made, and the moment its figures are of. */
  on: CalendarDate,
  asOf: z.iso.datetime(),
  /** True if it was made after the day that it is due on. */
  isLate: z.boolean(),
  language: MailLanguage,
  /** Version of the template. */
  template: z.int().min(1).max(1000),
  /** Origin of links, `https://samspill.example.no`. */
  origin: z.url().max(200),
  municipality: z.object({ name: z.string().max(200), isDemo: z.boolean() }),
  roles: z.array(DigestRole).min(1),
  /** Service units without a leader, whose digest goes to the coordinator. */
  vacant: z.array(ServiceUnitId),
  /** Units and services of the figures; null for all of them. */
  reach: z.object({ unitIds: z.array(UnitId).nullable(), serviceIds: z.array(ServiceId).nullable() }),
  /** The first ones, most severe first, and how many there are. */
  needs: z.array(DigestNeed).max(20),
  needsCount: Count,
  news: z.array(DigestNews).max(20),
  newsCount: Count,
  meetings: z.object({
    month: Month,
    met: Share,
    /** On the same day a year ago; null where nothing is known of it. */
    metLastYear: Share.nullable(),
    heldLastWeek: Count,
    plannedThisWeek: Count,
    unplanned: z.array(z.object({ unitId: UnitId, workingDaysLeft: Count })),
  }),
  protocols: z.object({
    month: Month,
    inTime: Share,
    missing: z.array(z.object({ meetingId: MeetingId, unitIds: z.array(UnitId), workingDays: Count })),
  }),
  actions: z.object({ services: z.array(ServiceLine), all: ServiceLine }),
  /** In the first digest of a month, for coordinators and leaders of services; null otherwise. */
  early: DigestEarly.nullable(),
  good: z.object({
    /** Units whose late protocol was filed in the seven days before, and that miss none now. */
    unitsOnTrack: z.array(UnitId),
    /** Actions that each service completed by their due date in the seven days before. */
    completedInTime: z.array(z.object({ serviceId: ServiceId, count: Count })),
  }),
  /** Names of units, services, service units and people, by id, as they were. */
  names: z.record(z.string().max(40), z.string().max(200)),
});
export type DigestContent = z.infer<typeof DigestContent>;

const Sha256 = z.string().regex(/^[\da-f]{64}$/);

/** A person's digest of a week was made. The mail is rendered from it, and can be again. */
export const DigestMade = eventType(
  'digests.DigestMade',
  2,
  DigestContent.extend({
    personId: PersonId,
    /** The last event that the figures are made of. */
    anchor: z.object({ eventId: z.uuid(), asOf: z.iso.datetime() }).nullable(),
    /** Of the rendered parts, in UTF-8. */
    sha256: z.object({ html: Sha256, text: Sha256 }),
  }),
  // Until version 1, no digest had a part about early intervention.
  [(data) => ({ ...(data as object), early: null })],
);
export type MadeDigest = z.infer<(typeof DigestMade)['schema']>;

/** The receiver, or the coordinator, had a digest sent once more, as it was. */
export const DigestResent = eventType(
  'digests.DigestResent',
  1,
  z.object({ on: CalendarDate, number: z.int().min(1).max(9) }),
);

export const digestEvents = { DigestMade, DigestResent };
export type DigestEvent = EventOf<typeof digestEvents>;

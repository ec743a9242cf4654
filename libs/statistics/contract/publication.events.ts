import { z } from 'zod';
import { atMost, CalendarDate, eventType, PersonId, type EventOf } from '#platform/kernel';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

/** Numbers of cases, sums of kroner or hours, percentages: far from what a number can hold exactly. */
const Amount = z.number().min(0).max(1e12);
const VersionNumber = z.int().min(1).max(10_000);
/** A figure as everybody may see it; a hidden one has nothing but the reason. */
export const PublishedFigure = z.union([
  z.strictObject({ numerator: Amount, denominator: Amount, value: Amount.nullable() }),
  z.strictObject({ hidden: z.string().max(50) }),
]);
export type PublishedFigure = z.infer<typeof PublishedFigure>;

const MomentOfFigures = z.object({
  /** The moment whose knowledge they are made of. */
  asOf: z.iso.datetime(),
  /** The last event by then; null where nothing was known. */
  eventId: z.uuid().nullable(),
});

export const PublishedIndicator = z.object({
  indicator: z.int().min(1).max(99),
  /** Version of its definition. */
  version: VersionNumber,
  by: z.string().max(30).nullable(),
  moment: MomentOfFigures,
  whole: PublishedFigure,
  parts: z
    .array(z.object({ key: z.string().max(100), name: z.string().max(200).nullable(), figure: PublishedFigure }))
    .nullable(),
});
export type PublishedIndicator = z.infer<typeof PublishedIndicator>;

export const Publication = z.object({
  /** Key of a period that is over. */
  period: z.string().max(20),
  /** Smallest number that is shown. */
  k: z.int().min(2).max(100),
  /** Version of the rules that hide small numbers (ADR 0307, 0316). */
  protection: VersionNumber,
  indicators: z.array(PublishedIndicator).min(1).max(60),
});
export type Publication = z.infer<typeof Publication>;

/** Figures of a period, frozen as everybody sees them. A correction is a new version beside the earlier ones. */
export const FiguresPublished = eventType(
  'statistics.FiguresPublished',
  1,
  z.object({
    publication: Publication,
    /** 1 for the first of the period. */
    version: atMost(z.int().min(1), 1_000),
    /** Why there is another version; null for the first. */
    reason: z.string().trim().min(1).max(500).nullable(),
    publishedOn: CalendarDate,
    publishedBy: PersonId,
    /** SHA-256 of the publication in canonical form, in hexadecimal digits. */
    sha256: z.string().regex(/^[\da-f]{64}$/),
  }),
);

export const publicationEvents = { FiguresPublished };
export type PublicationEvent = EventOf<typeof publicationEvents>;

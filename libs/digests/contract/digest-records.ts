import type { CalendarDate } from '#platform/kernel';
import type { MadeDigest } from './digest.events.js';

/** Records of a municipality's weekly digests, for its supervision (R15). */
export abstract class DigestRecords {
  /** Digests made on these days, by day and person; read part by part. */
  abstract madeBetween(tenant: string, from: CalendarDate, to: CalendarDate): AsyncIterable<readonly DigestRecordDto[]>;
}

/**
 * A digest that was sent: to whom and when, how many matters it listed, and its figures, with the checksums that show that
 * it was sent like that. The lines of its lists are in the history, as alerts and changes of the plan.
 */
export interface DigestRecordDto extends Pick<
  MadeDigest,
  | 'personId'
  | 'week'
  | 'on'
  | 'isLate'
  | 'roles'
  | 'vacant'
  | 'reach'
  | 'needsCount'
  | 'newsCount'
  | 'meetings'
  | 'protocols'
  | 'actions'
  | 'early'
  | 'good'
  | 'asOf'
  | 'anchor'
  | 'template'
  | 'sha256'
> {
  /** The days on which it was sent once more. */
  readonly resentOn: readonly CalendarDate[];
}

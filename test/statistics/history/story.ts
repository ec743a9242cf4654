import {
  addDays,
  dayOf,
  instantAt,
  stableId,
  type CalendarDate,
  type DomainEvent,
  type EventMetadata,
  type Recorded,
  type TimeOfDay,
} from '#platform/kernel';
import type { Random } from '../random.js';

/** A municipality of four units that lives for two and a half school years, with everything that makes figures hard. */
export const BEGINS = '2023-08-01' as CalendarDate;
export const ENDS = '2026-01-20' as CalendarDate;
export const TENANT = '9999';
export const SCHOOLS = ['974552876', '974557746'] as const;
export const KINDERGARTENS = ['974777630', '975278964'] as const;
export const UNITS = [...SCHOOLS, ...KINDERGARTENS] as const;
export const SERVICES = ['ppt', 'nurses', 'youth'].map((name) => stableId('service', name));
export const PEOPLE = Array.from({ length: 6 }, (_, i) => stableId('person', i));
export const AGE_BANDS = ['0-2', '3-5', '6-9', '10-12', '13-15'] as const;

/** An event that is to be recorded at a moment; those of a stream are recorded in the order in which they are told. */
interface Told {
  readonly at: number;
  readonly stream: string;
  readonly event: DomainEvent;
}

/** Events that are told stream by stream, and recorded in the order of their moments. */
export class Story {
  private readonly told: Told[] = [];
  private readonly lastOf = new Map<string, number>();
  private count = 0;
  /** Of each unit, the days on which it met, by the last versions of its protocols. */
  readonly heldDays = new Map<string, readonly CalendarDate[]>();

  constructor(readonly random: Random) {}

  /** An id that no other subject has. */
  id(of: string): string {
    this.count += 1;
    return stableId(of, this.count);
  }

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

  /** Recorded on the day, or later if the stream has a later event already. Returns the day. */
  tell(stream: string, day: CalendarDate, event: DomainEvent, random = this.random): CalendarDate {
    const hour = String(random.between(7, 22)).padStart(2, '0');
    const wanted = instantAt(day, `${hour}:${random.between(10, 59)}` as TimeOfDay).getTime();
    const at = Math.max(wanted, (this.lastOf.get(stream) ?? 0) + 1);
    this.lastOf.set(stream, at);
    this.told.push({ at, stream, event });
    return dayOf(new Date(at));
  }
}

import { UnknownEvent, type EventCatalog, type StoredEvent } from '#platform/event-store';
import type { DomainEvent, Recorded } from '#platform/kernel';

/** An event of the log, decoded once for all its readers. */
export interface LogEvent {
  readonly position: bigint;
  readonly id: string;
  /** Empty if the event's metadata names none. */
  readonly tenant: string;
  readonly type: string;
  /** Undefined if no follower uses its type, or it cannot be decoded. */
  readonly event?: Recorded<DomainEvent>;
  /** Why it cannot be decoded: a type or version of the future, or an upcaster that failed. */
  readonly fault?: unknown;
}

export type Decode = (stored: StoredEvent) => LogEvent;

/** Decodes the wanted types, and reports those that the catalogue does not know. */
export function decoder(catalog: EventCatalog, wanted: ReadonlySet<string>): Decode {
  const known = new Set(catalog.all().map(({ type }) => type));
  return (stored) => {
    const { position, type, id, tenant } = stored;
    if (!known.has(type)) return { position, type, id, tenant, fault: new UnknownEvent(stored) };
    if (!wanted.has(type)) return { position, type, id, tenant };
    try {
      return { position, type, id, tenant, event: catalog.decode(stored) };
    } catch (fault) {
      return { position, type, id, tenant, fault };
    }
  };
}

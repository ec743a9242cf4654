import type { DomainEvent, EventType, Recorded } from '#platform/kernel';
import type { NewEvent, StoredEvent } from './event-store.js';

/** The log holds an event that this program does not know: an older program on a newer log. Never skipped in silence. */
export class UnknownEvent extends Error {
  constructor(readonly event: Pick<StoredEvent, 'type' | 'schemaVersion' | 'position'>) {
    super(
      `Event ${event.type} v${event.schemaVersion} at position ${event.position} is not known to this version of Samspill`,
    );
  }
}

/** The event types of an aggregate, as its contract exports them. */
export type EventGroup = Readonly<Record<string, Pick<EventType, 'type' | 'schemaVersion' | 'schema' | 'upcasters'>>>;

/** Every event type of the installation: the one way between a stored event and a domain event. */
export class EventCatalog {
  private readonly types = new Map<string, EventType>();

  constructor(...groups: readonly EventGroup[]) {
    for (const group of groups) for (const type of Object.values(group)) this.add(type as EventType);
  }

  all(): readonly EventType[] {
    return [...this.types.values()];
  }

  /** Checks an event by its schema, so that the log only holds shapes that can be read back. */
  encode(id: string, event: DomainEvent, metadata: NewEvent['metadata']): NewEvent {
    const type = this.types.get(event.type);
    if (!type) throw new Error(`Event type ${event.type} is in no catalogue`);
    return { id, type: type.type, schemaVersion: type.schemaVersion, data: type.schema.parse(event.data), metadata };
  }

  /** Lifts a stored event to today's shape. Throws `UnknownEvent` for a type or version from the future. */
  decode(stored: StoredEvent): Recorded {
    const { type, data, id, stream, revision, position, recordedAt, metadata } = stored;
    return { type, data: this.upcast(stored, data), id, stream, revision, position, recordedAt, metadata };
  }

  /** As `decode`, and checks the result by the type's schema (`samspill verify`). */
  check(stored: StoredEvent): Recorded {
    const event = this.decode(stored);
    this.types.get(event.type)!.schema.parse(event.data);
    return event;
  }

  private upcast(stored: StoredEvent, data: unknown): unknown {
    const type = this.types.get(stored.type);
    if (!type || stored.schemaVersion > type.schemaVersion) throw new UnknownEvent(stored);
    return stored.schemaVersion === type.schemaVersion
      ? data
      : type.upcasters.slice(stored.schemaVersion - 1).reduce((shape, lift) => lift(shape), data);
  }

  private add(type: EventType): void {
    if (this.types.has(type.type)) throw new Error(`Event type ${type.type} is declared twice`);
    this.types.set(type.type, type);
  }
}

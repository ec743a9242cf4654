import type { ZodError } from 'zod';
import { isNarrowing, type BrokenRule, type DomainEvent, type EventType, type Recorded } from '#platform/kernel';
import type { NewEvent, StoredEvent } from './event-store.js';
import { NotAppendable, type AppendRule } from './not-appendable.js';

/** The log contains an event unknown to this program: an older program on a newer log. Never skipped silently. */
export class UnknownEvent extends Error {
  constructor(readonly event: Pick<StoredEvent, 'type' | 'schemaVersion' | 'position'>) {
    super(
      `Event ${event.type} v${event.schemaVersion} at position ${event.position} is not known to this version of Samspill`,
    );
  }
}

/** The event types of an aggregate, as its contract exports them. */
export type EventGroup = Readonly<Record<string, Pick<EventType, 'type' | 'schemaVersion' | 'schema' | 'upcasters'>>>;

/** Every event type of the installation; converts between stored events and domain events. */
export class EventCatalog {
  private readonly types = new Map<string, EventType>();

  constructor(...groups: readonly EventGroup[]) {
    for (const group of groups) for (const type of Object.values(group)) this.add(type as EventType);
  }

  all(): readonly EventType[] {
    return [...this.types.values()];
  }

  /**
   * Validates an event by its schema, so that every stored event can be read back. Throws `NotAppendable` when a value
   * is outside the accepted range, and another error when the shape is wrong, which is a fault of the program.
   */
  encode(id: string, event: DomainEvent, metadata: NewEvent['metadata']): NewEvent {
    const type = this.types.get(event.type);
    if (!type) throw new Error(`Event type ${event.type} is in no catalogue`);
    const parsed = type.schema.safeParse(event.data);
    if (!parsed.success) throw refusalOf(parsed.error) ?? parsed.error;
    return { id, type: type.type, schemaVersion: type.schemaVersion, data: parsed.data, metadata };
  }

  /** Upcasts a stored event to the current shape. Throws `UnknownEvent` for a type or version from the future. */
  decode(stored: StoredEvent): Recorded {
    const { type, data, id, tenant, stream, revision, position, metadata } = stored;
    const recordedAt = metadata.takenOver ? new Date(metadata.takenOver.recordedAt) : stored.recordedAt;
    return { type, data: this.upcast(stored, data), id, tenant, stream, revision, position, recordedAt, metadata };
  }

  /** Decodes, and checks the result by the type's schema, ignoring later narrowing (`samspill verify`). */
  check(stored: StoredEvent): Recorded {
    const event = this.decode(stored);
    const { error } = this.types.get(event.type)!.schema.safeParse(event.data);
    if (error && !error.issues.every(isNarrowing)) throw error;
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

/** The refusal for values that have the right shape and are outside the accepted range. */
function refusalOf({ issues }: ZodError): NotAppendable | undefined {
  const broken = issues.map(({ code, path, ...rest }): BrokenRule<AppendRule> | undefined => {
    if (!VALUE_ISSUES.has(code) && !isNarrowing({ code, ...rest })) return undefined;
    const { rule } = ('params' in rest ? rest.params : undefined) ?? {};
    return {
      rule: rule === 'calendar-range' ? 'DAY_OUT_OF_RANGE' : 'VALUE_OUT_OF_RANGE',
      at: path.map(String).join('.'),
    };
  });
  const [first, ...rest] = broken.filter((each) => each !== undefined);
  return first && rest.length + 1 === issues.length ? new NotAppendable([first, ...rest]) : undefined;
}

const VALUE_ISSUES: ReadonlySet<string> = new Set(['too_big', 'too_small', 'invalid_format', 'custom']);

import type { z } from 'zod';

/** A domain event as its context produces it. The store adds position, revision and metadata. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Converts data from schema version `n` to `n + 1`; pure, never throws on data that was once valid. */
export type Upcaster = (data: unknown) => unknown;

/** An event type: its stable name, its schema version and the stored shape. Calling it makes an event. */
export interface EventType<Type extends string = string, Data = unknown> {
  (data: Data): DomainEvent<Type, Data>;
  readonly type: Type;
  readonly schemaVersion: number;
  readonly schema: z.ZodType<Data>;
  /** `upcasters[n]` converts version `n + 1` to `n + 2`; there is one for every version before the current one. */
  readonly upcasters: readonly Upcaster[];
}

/** Union of the events of a group of event types, for exhaustive switches. */
export type EventOf<Types> =
  Types extends Record<string, infer T>
    ? T extends EventType<infer Type, infer Data>
      ? DomainEvent<Type, Data>
      : never
    : never;

/**
 * Declares an event type. A changed shape needs `schemaVersion + 1`, one more upcaster and one more frozen fixture
 * (`test/fixtures/events/<type>.v<n>.json`); a shape that has been written is never changed in place.
 */
export function eventType<const Type extends string, Schema extends z.ZodType>(
  type: Type,
  schemaVersion: number,
  schema: Schema,
  upcasters: readonly Upcaster[] = [],
): EventType<Type, z.infer<Schema>> {
  if (upcasters.length !== schemaVersion - 1)
    throw new Error(`${type} has schema version ${schemaVersion} and needs ${schemaVersion - 1} upcasters`);
  const make = (data: z.infer<Schema>): DomainEvent<Type, z.infer<Schema>> => ({ type, data });
  return Object.assign(make, { type, schemaVersion, schema, upcasters }) as EventType<Type, z.infer<Schema>>;
}

/** An event read from the log: upcast to the current shape, with the store's data about it. */
export type Recorded<Event extends DomainEvent = DomainEvent> = Event & {
  readonly id: string;
  readonly tenant: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** When it was recorded; of an event that a merger took over, when its predecessor recorded it. */
  readonly recordedAt: Date;
  readonly metadata: EventMetadata;
};

/** Actor and cause, the same for all events of one command. Ids only: never names, mail addresses or text. */
export interface EventMetadata {
  /**
   * The command that produced this event; derived from the `Idempotency-Key`, or from the event that a policy reacts
   * to.
   */
  readonly commandId: string;
  /** Digest of the request; the same command id with another digest is a reused key. */
  readonly request: string;
  /** The request or the first command of a chain. */
  readonly correlationId: string;
  /** The event that caused this one, where a policy reacted. */
  readonly causationId?: string;
  /** The person, or `system:<policy>`, that acted. */
  readonly actor: string;
  /** When it happened (ISO instant); `recordedAt` is when it was recorded. */
  readonly occurredAt: string;
  /** Set for an event that a merger took over: the tenant that recorded it, and the instant (ISO). */
  readonly takenOver?: { readonly tenant: string; readonly recordedAt: string };
}

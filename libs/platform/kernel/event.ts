import type { z } from 'zod';

/** What happened, as a context says it. The store adds position, revision and metadata. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** One step from the shape of schema version `n` to that of `n + 1`; pure, never throws on a shape that was once valid. */
export type Upcaster = (data: unknown) => unknown;

/** An event type: its stable name, its schema version and the shape the log keeps for ever. Called, it makes one. */
export interface EventType<Type extends string = string, Data = unknown> {
  (data: Data): DomainEvent<Type, Data>;
  readonly type: Type;
  readonly schemaVersion: number;
  readonly schema: z.ZodType<Data>;
  /** `upcasters[n]` lifts version `n + 1` to `n + 2`; there is one for every version before today's. */
  readonly upcasters: readonly Upcaster[];
}

/** The events that a group of event types can make, as a union to switch on. */
export type EventOf<Types> =
  Types extends Record<string, infer T>
    ? T extends EventType<infer Type, infer Data>
      ? DomainEvent<Type, Data>
      : never
    : never;

/**
 * Declares an event type. A changed shape is `schemaVersion + 1` with one more upcaster and one more frozen fixture
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

/** An event as the log gives it back: upcast to today's shape, with what the store knows about it. */
export type Recorded<Event extends DomainEvent = DomainEvent> = Event & {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly recordedAt: Date;
  readonly metadata: EventMetadata;
};

/** Who and why, the same for all events of one command. Ids only: never names, mail addresses or text. */
export interface EventMetadata {
  /** Municipality number, four digits: the tenant. */
  readonly municipality: string;
  /** The command that this event answers; made from the `Idempotency-Key`, or from the event that a policy reacts to. */
  readonly commandId: string;
  /** Digest of what was asked; the same command id with another digest is a reused key. */
  readonly request: string;
  /** The request or the first command of a chain. */
  readonly correlationId: string;
  /** The event that caused this one, where a policy reacted. */
  readonly causationId?: string;
  /** The person, or `system:<policy>`, that acted. */
  readonly actor: string;
  /** When it happened in the world (ISO instant); `recordedAt` is when we knew it. */
  readonly occurredAt: string;
}

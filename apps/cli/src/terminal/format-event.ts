import type { StoredEvent } from '#platform/event-store';

export const EVENT_HEADINGS = ['position', 'recorded (UTC)', 'tenant/stream', 'rev', 'type', 'data'] as const;

/** An event as a row of the table under `EVENT_HEADINGS`. */
export const eventRow = (event: StoredEvent): readonly string[] => [
  String(event.position),
  event.recordedAt.toISOString().replace('T', ' ').slice(0, 19),
  `${event.tenant}/${event.stream}`,
  String(event.revision),
  event.schemaVersion === 1 ? event.type : `${event.type} v${event.schemaVersion}`,
  JSON.stringify(event.data),
];

/** A whole event as one line of JSON; bigints as strings, since JSON numbers cannot hold them all. */
export const eventLine = (event: StoredEvent): string =>
  JSON.stringify({
    position: String(event.position),
    tenant: event.tenant,
    stream: event.stream,
    revision: String(event.revision),
    type: event.type,
    schemaVersion: event.schemaVersion,
    id: event.id,
    recordedAt: event.recordedAt.toISOString(),
    metadata: event.metadata,
    data: event.data,
  });

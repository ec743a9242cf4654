import { EventCatalog, type EventStore, type NewEvent } from '#platform/event-store';
import { stableId, type DomainEvent } from '#platform/kernel';
import { actionEvents } from '#actions/contract';
import { alertStepsEvents } from '#alerts/contract';
import { answersEvents } from '#calendar/contract';
import { meetingEvents, schoolYearEvents } from '#meetings/contract';
import { municipalityEvents, personEvents, serviceEvents, serviceUnitEvents, unitEvents } from '#registry/contract';

/** All events of one stream, from its first on. */
export type StreamStory = readonly [stream: string, ...DomainEvent[]];

const CONTRACTS = [
  municipalityEvents,
  unitEvents,
  serviceEvents,
  serviceUnitEvents,
  personEvents,
  schoolYearEvents,
  meetingEvents,
  actionEvents,
  alertStepsEvents,
  answersEvents,
];

/** Appends the streams to a log that does not have them, without the commands that would decide their events. */
export async function appendStory(log: EventStore, tenant: string, story: readonly StreamStory[]): Promise<void> {
  const catalog = new EventCatalog(...CONTRACTS);
  for (const [stream, ...events] of story) {
    const metadata = {
      commandId: stableId('rights', stream),
      request: 'told',
      correlationId: stableId('rights', stream),
      actor: 'system:specification',
      occurredAt: '2026-11-11T10:00:00.000Z',
    };
    const encoded = events.map((event, i) => catalog.encode(stableId(stream, i), event, metadata));
    await log.append(tenant, stream, 'no-stream', encoded as [NewEvent, ...NewEvent[]]);
  }
}

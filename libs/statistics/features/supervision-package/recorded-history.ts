import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, EventCatalog, type EventStore, type StoredEvent } from '#platform/event-store';
import { dayOf } from '#platform/kernel';
import type { Period } from '../../contract/index.js';

/** What these events say is in files of its own, every version of it: the content is left out here. */
const IN_OTHER_FILES = new Set(['meetings.ProtocolFiled', 'meetings.ProtocolCorrected', 'digests.DigestMade']);

/** Which part of the work an event is about; undefined for those that do not document it. */
function aboutOf({
  type,
}: Pick<StoredEvent, 'type'>): 'plan-and-meetings' | 'actions' | 'follow-up' | 'digests' | undefined {
  if (type.startsWith('meetings.')) return 'plan-and-meetings';
  if (type.startsWith('actions.')) return 'actions';
  if (type.startsWith('digests.Digest')) return 'digests';
  return type.startsWith('alerts.') ? 'follow-up' : undefined;
}

/**
 * Everything that happened in a period, from the log itself: each plan with its changes and reasons, each step of each
 * action, each alert, reminder and call, each digest, each exemption and its withdrawal.
 */
@Injectable()
export class RecordedHistory {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly catalog: EventCatalog,
  ) {}

  /** One event a line, in the order in which they were recorded; read batch by batch. */
  async *lines(tenant: string, { from, to }: Period): AsyncGenerator<string> {
    for await (const batch of this.store.readAll({ tenant, after: 0n })) {
      const lines = batch.flatMap((stored) => {
        const about = aboutOf(stored);
        const on = dayOf(new Date(stored.metadata.occurredAt));
        return about === undefined || on < from || on > to ? [] : [this.line(about, stored)];
      });
      if (lines.length > 0) yield lines.join('');
    }
  }

  private line(about: string, stored: StoredEvent): string {
    const { id, type, stream, recordedAt, metadata } = stored;
    const data = IN_OTHER_FILES.has(type) ? null : this.catalog.decode(stored).data;
    const { occurredAt, actor } = metadata;
    return `${JSON.stringify({ eventId: id, about, type, subject: stream, occurredAt, recordedAt, by: actor, data })}\n`;
  }
}

import { dayOf, type CalendarDate, type Recorded } from '#platform/kernel';
import type { Language } from '#platform/identity';
import type { ActionEvent } from '../../contract/index.js';
import type { TimelineEntry } from './action-timeline.dto.js';
import { noteOf, sentence } from './action-timeline.sentences.js';

const UNKNOWN: Readonly<Record<Language, string>> = { nb: 'ukjent', nn: 'ukjend', en: 'unknown' };
/** Null for a policy: its commands follow from a protocol and have no acting person. */
export const personWhoActed = (actor: string): string | null => (actor.startsWith('system:') ? null : actor);

/** The history of an action as shown, oldest first. */
export const timelineOf = (
  events: readonly Recorded<ActionEvent>[],
  names: ReadonlyMap<string, string>,
  language: Language,
): TimelineEntry[] =>
  events.map((event) => {
    const personId = personWhoActed(event.metadata.actor);
    return {
      revision: String(event.revision),
      event: event.type.slice(event.type.indexOf('.') + 1),
      on: dayItHappened(event),
      recordedAt: event.recordedAt.toISOString(),
      by: personId === null ? null : { personId, name: names.get(personId) ?? null },
      meetingId: 'meetingId' in event.data ? event.data.meetingId : null,
      text: sentence(event, (id) => names.get(id) ?? UNKNOWN[language], language),
      note: noteOf(event),
    };
  });

function dayItHappened({ data, metadata }: Recorded<ActionEvent>): CalendarDate {
  if ('agreedOn' in data) return data.agreedOn;
  if ('startedOn' in data) return data.startedOn;
  if ('completedOn' in data) return data.completedOn;
  return 'on' in data ? data.on : dayOf(new Date(metadata.occurredAt));
}

import type { EventStore } from '#platform/event-store';
import { MunicipalityNumber, stableId } from '#platform/kernel';
import { appendStory, type StreamStory } from '../routes/append-story.js';
import { ACTION, MEETING, storyIn } from '../routes/rights.municipality.js';
import { ASKERS, BFE, personOf, SERVICE } from '../routes/rights.people.js';

// Two municipalities of which no request may show anything. One holds the same ids as the municipality that is asked, as
// after a merger; the other has ids of its own, which requests name.

/** Occurs in every text of the planted municipalities, and in no request. */
export const PLANTED = 'kvitveisgøymsle';

const SAME_IDS = MunicipalityNumber.parse('9904');
const OWN_IDS = MunicipalityNumber.parse('9905');

const TEXTS: ReadonlySet<string> = new Set(['name', 'heading', 'text']);
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The id that stands in the second municipality for one of the first. */
const plantedId = (id: string): string => stableId('planted', id);
const withOwnIds = (text: string): string => text.replaceAll(UUID, plantedId);

function changed(value: unknown, ids: (text: string) => string, key = ''): unknown {
  // The persona picker shows everybody the people of the demo's municipalities.
  if (key === 'demo') return false;
  if (typeof value === 'string') return TEXTS.has(key) ? `${PLANTED} ${value}` : ids(value);
  if (Array.isArray(value)) return value.map((item) => changed(item, ids));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, changed(inner, ids, name)]));
}

const planted = ([stream, ...events]: StreamStory, ids: (text: string) => string): StreamStory => [
  ids(stream),
  ...events.map((event) => ({ ...event, data: changed(event.data, ids) })),
];

/** Appends both municipalities to the log. */
export async function plantTenants(events: EventStore): Promise<void> {
  await appendStory(
    events,
    SAME_IDS,
    storyIn(SAME_IDS).map((story) => planted(story, (id) => id)),
  );
  await appendStory(
    events,
    OWN_IDS,
    storyIn(OWN_IDS).map((story) => planted(story, withOwnIds)),
  );
}

/** Ids of the municipality that has its own. */
export const PLANTED_IDS: readonly string[] = [
  ...Object.values(MEETING),
  ...Object.values(ACTION),
  ...Object.values(SERVICE),
  BFE,
  ...ASKERS.map(personOf),
].map(plantedId);

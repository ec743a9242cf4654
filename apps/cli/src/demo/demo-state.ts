import { z } from 'zod';
import type { EventStore } from '#platform/event-store';
import { DEMO_MUNICIPALITY, UNFINISHED_NAME } from './organisation.js';
import type { DemoOptions } from './simulate.js';

/** State of a log with regard to the demo: empty, an interrupted demo, a complete one, or other data. */
export type DemoState =
  { readonly state: 'empty' | 'whole' | 'other' } | { readonly state: 'unfinished'; readonly wish: DemoOptions };

const Named = z.object({ name: z.string() });

/** Read from the log alone: the demo has another name until it is complete, and its events carry its wish. */
export async function stateOfDemo({ events }: { readonly events: EventStore }): Promise<DemoState> {
  if ((await events.head()) === 0n) return { state: 'empty' };
  const stream = await events.read(DEMO_MUNICIPALITY, `municipality-${DEMO_MUNICIPALITY}`);
  const first = stream[0];
  if (!first) return { state: 'other' };
  const name = stream.map(({ data }) => Named.safeParse(data)).findLast(({ success }) => success)?.data?.name;
  const wish = wishFrom(first.metadata.correlationId);
  return name === UNFINISHED_NAME && wish ? { state: 'unfinished', wish } : { state: 'whole' };
}

/** The wish as the demo's events carry it: `demo/2026/2026-11-22T06:00:00.000Z/12-20-3`. */
export const correlationOf = ({ seed, asOf, scale }: Required<DemoOptions>): string =>
  ['demo', seed, asOf.toISOString(), [scale.schools, scale.kindergartens, scale.schoolYears].join('-')].join('/');

function wishFrom(correlation: string): DemoOptions | undefined {
  const parts = /^demo\/(\d+)\/([^/]+)\/(\d+)-(\d+)-(\d+)$/.exec(correlation);
  if (!parts) return undefined;
  const [seed, schools, kindergartens, schoolYears] = [parts[1], parts[3], parts[4], parts[5]].map(Number);
  return {
    seed: seed!,
    asOf: new Date(parts[2]!),
    scale: { schools: schools!, kindergartens: kindergartens!, schoolYears: schoolYears! },
  };
}

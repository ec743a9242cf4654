import { contexts } from '../../apps/composition/src/index.js';
import { EVERY_CASE, historyEvents } from '../../apps/cli/src/demo/history/history.examples.js';
import { EventCatalog, type StoredEvent } from '#platform/event-store';
import type { Recorded } from '#platform/kernel';
import type { Filterable } from './random-question.js';

/** A history of a municipality of a few units, made by the application's own rules (`samspill demo --units`). */
export async function generatedHistory(units: number): Promise<{
  readonly stored: readonly StoredEvent[];
  readonly events: readonly Recorded[];
}> {
  const catalog = new EventCatalog(...contexts.flatMap((context) => context.events));
  const stored = await historyEvents(units, { years: 2, seed: EVERY_CASE });
  return { stored, events: stored.map((event) => catalog.decode(event)) };
}

/** Values of the filters in a history. */
export function filterableIn(events: readonly Recorded[]): Filterable {
  const registered = <Data>(name: string) =>
    events.filter(({ type }) => type === `registry.${name}`).map(({ data }) => data as Data);
  const units = registered<{ unitId: string; kind: string; area: string }>('UnitRegistered');
  return {
    unit: units.map(({ unitId }) => unitId),
    kind: [...new Set(units.map(({ kind }) => kind))],
    area: [...new Set(units.map(({ area }) => area))],
    service: registered<{ serviceId: string }>('ServiceRegistered').map(({ serviceId }) => serviceId),
  };
}

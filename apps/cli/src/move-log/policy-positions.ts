import type { EventStore } from '#platform/event-store';
import type { PolicyPosition } from '#platform/followers';

/**
 * Start positions of policies in another log with the same events: after the longest prefix that each has processed
 * here. Where the order between tenants differs, a policy gets some events a second time, which changes nothing
 * (ADR 0024); none is left out.
 */
export async function positionsInLog(
  target: EventStore,
  source: EventStore,
  places: readonly PolicyPosition[],
): Promise<readonly PolicyPosition[]> {
  const taken = places.map(() => new Map<string, number>());
  for await (const batch of source.readAll({ after: 0n }))
    for (const { position, tenant } of batch)
      for (const [i, place] of places.entries())
        if (position <= place.position) taken[i]!.set(tenant, (taken[i]!.get(tenant) ?? 0) + 1);
  const there = places.map(() => ({ position: 0n, ended: false }));
  for await (const batch of target.readAll({ after: 0n })) {
    for (const { position, tenant } of batch)
      for (const [i, at] of there.entries()) {
        const left = taken[i]!.get(tenant) ?? 0;
        at.ended ||= left === 0;
        if (at.ended) continue;
        taken[i]!.set(tenant, left - 1);
        at.position = position;
      }
    if (there.every(({ ended }) => ended)) break;
  }
  return places.map(({ name }, i) => ({ name, position: there[i]!.position }));
}

import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isConflict, type EventStore, type Expected } from '../event-store.js';
import {
  anEvent,
  aStream,
  conflictAt,
  idsOf,
  type Client,
  type Events,
  OTHER_TENANT,
  TENANT,
} from './store-under-test.js';

/**
 * One step of a history: an append of `count` events to stream `stream`, `off` from its actual revision; or a repeat of
 * an earlier append.
 */
type Step =
  | {
      readonly kind: 'append';
      readonly stream: number;
      readonly count: number;
      readonly off: number;
      readonly client: number;
    }
  | { readonly kind: 'repeat'; readonly which: number; readonly client: number };

const STREAMS = 3;
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      stream: fc.nat(STREAMS - 1),
      count: fc.integer({ min: 1, max: 4 }),
      off: fc.constantFrom(0, 0, 0, -1, 1),
      client: fc.nat(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('repeat' as const), which: fc.nat(20), client: fc.nat(1) }) },
);

interface Place {
  readonly tenant: string;
  readonly stream: string;
}
const addressOf = ({ tenant, stream }: Place): string => `${tenant}/${stream}`;

interface Done extends Place {
  readonly expected: Expected;
  readonly events: Events;
}

const at = (revision: number): Expected => (revision < 0 ? 'no-stream' : BigInt(revision));

/** The simplest model of a log: a list of events, and a list per stream. */
class Model {
  readonly log: string[] = [];
  readonly streams = new Map<string, string[]>();

  /** Expected answer of the store: the new revision, or the actual one. */
  append({ tenant, stream, expected, events }: Done): { readonly revision: bigint } | ReturnType<typeof conflictAt> {
    const address = addressOf({ tenant, stream });
    const ids = this.streams.get(address) ?? [];
    const from = expected === 'no-stream' ? 0 : Number(expected) + 1;
    const there = ids.slice(from, from + events.length);
    if (from < ids.length && idsOf(events).every((id, i) => id === there[i]))
      return { revision: BigInt(from + events.length - 1) };
    if (from !== ids.length) return conflictAt(stream, BigInt(ids.length - 1));
    this.streams.set(address, [...ids, ...idsOf(events)]);
    this.log.push(...idsOf(events));
    return { revision: BigInt(from + events.length - 1) };
  }
}

/** Appends in any order by any client give the same log as the model. */
export function modelContract(clients: () => readonly Client[]): void {
  test('behaves as a list of streams does, for any order of appends and repeats', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20 }), async (steps) => {
        const model = new Model();
        const [shared, own] = [aStream(), aStream()];
        const streams: readonly Place[] = [
          { tenant: TENANT, stream: shared },
          { tenant: OTHER_TENANT, stream: shared },
          { tenant: TENANT, stream: own },
        ];
        const done: Done[] = [];
        const from = await clients()[0]!.store.head();
        for (const { client, ...next } of steps) {
          const doing = next.kind === 'append' ? fresh(next, streams, model) : done[next.which % (done.length || 1)];
          if (!doing) continue;
          done.push(doing);
          await sameAnswer(clients()[client]!.store, doing, model);
        }
        const log: string[] = [];
        for await (const page of clients()[1]!.store.readAll({ after: from, batchSize: 3 })) log.push(...idsOf(page));
        expect(log).toEqual(model.log);
        for (const { tenant, stream } of streams)
          expect(idsOf(await clients()[0]!.store.read(tenant, stream))).toEqual(
            model.streams.get(addressOf({ tenant, stream })) ?? [],
          );
      }),
      { numRuns: 40, seed: 20_261_122 },
    );
  }, 30_000);
}

function fresh(
  { stream, count, off }: { readonly stream: number; readonly count: number; readonly off: number },
  streams: readonly Place[],
  model: Model,
): Done {
  const place = streams[stream]!;
  const revision = (model.streams.get(addressOf(place))?.length ?? 0) - 1 + off;
  const [first, ...rest] = Array.from({ length: count }, () => anEvent());
  return { ...place, expected: at(revision), events: [first!, ...rest] };
}

async function sameAnswer(store: EventStore, doing: Done, model: Model): Promise<void> {
  const answer = await store.append(doing.tenant, doing.stream, doing.expected, doing.events);
  const expected = model.append(doing);
  if (isConflict(answer)) expect(answer).toEqual(expected);
  else expect(answer).toMatchObject(expected);
}

import { beforeEach, expect, test } from '@jest/globals';
import { EventCatalog, InMemoryEventStore } from '#platform/event-store';
import { SettableClock } from '#platform/kernel';
import { digestEvents, type MadeDigest } from '../contract/index.js';
import { sha256Of } from '../rendering/digest-checksum.js';
import { digestContent } from '../rendering/digest.examples.js';
import { digestMail } from '../rendering/digest-mail.js';
import { DigestStreams } from '../streams/digest.streams.js';
import type { RenderedDigest } from './digest-factory.js';
import { KeptDigests } from './kept-digests.js';

const TENANT = '9901';
const PERSON = '018f0c5e-0000-7000-8000-000000000b01' as MadeDigest['personId'];

/** A digest of the same person and week, made at some minute. */
function madeAt(minute: string, needsCount: number): RenderedDigest {
  const content = digestContent({ asOf: `2026-11-16T06:${minute}:00.000Z`, needsCount });
  const mail = digestMail(content);
  return { digest: { ...content, personId: PERSON, anchor: null, sha256: sha256Of(mail) }, mail };
}
const EARLY = madeAt('00', 3);
const LATE = madeAt('01', 5);

let reads = 0;
let store: InMemoryEventStore;
beforeEach(() => {
  const clock = new SettableClock(new Date('2026-11-16T06:00:00Z'));
  reads = 0;
  store = new (class extends InMemoryEventStore {
    override read(...which: Parameters<InMemoryEventStore['read']>) {
      reads += 1;
      return super.read(...which);
    }
  })(clock);
});
/** A worker of its own. */
const worker = () =>
  new KeptDigests(
    new DigestStreams(store, new EventCatalog(digestEvents), new SettableClock(new Date('2026-11-16T06:00:00Z'))),
  );
const keep = async (by: KeptDigests, digest: RenderedDigest) =>
  by.keep(TENANT, digest, await by.readsFor(TENANT, [digest.digest]));

test('the first digest is kept without reading its stream', async () => {
  const digests = worker();
  const prepared = await digests.readsFor(TENANT, [EARLY.digest]);
  reads = 0;
  expect(await digests.keep(TENANT, EARLY, prepared)).toEqual(EARLY);
  expect(reads).toBe(0);
  expect(await digests.of(TENANT, PERSON, EARLY.digest.week)).toEqual(EARLY);
});

test('two workers at the same moment send the one that came first', async () => {
  const sent = await Promise.all([keep(worker(), EARLY), keep(worker(), LATE)]);
  const first = await worker().of(TENANT, PERSON, EARLY.digest.week);
  expect([EARLY, LATE]).toContainEqual(first);
  expect(sent).toEqual([first, first]);
});

test('a digest that is made again after a crash is the one that was kept', async () => {
  await keep(worker(), EARLY);
  expect(await keep(worker(), LATE)).toEqual(EARLY);
});

test('a digest of a later day takes the place of one whose mail was not handed over', async () => {
  await keep(worker(), EARLY);
  const content = digestContent({ on: '2026-11-17', asOf: '2026-11-17T06:00:00.000Z', isLate: true });
  const mail = digestMail(content);
  const anew = { digest: { ...content, personId: PERSON, anchor: null, sha256: sha256Of(mail) }, mail };
  expect(await keep(worker(), anew)).toEqual(anew);
  expect(await keep(worker(), LATE)).toEqual(anew);
  expect(await worker().of(TENANT, PERSON, EARLY.digest.week)).toEqual(anew);
});

test('the same digest once more is no second event', async () => {
  await keep(worker(), EARLY);
  expect(await keep(worker(), EARLY)).toEqual(EARLY);
  expect(await store.head()).toBe(1n);
});

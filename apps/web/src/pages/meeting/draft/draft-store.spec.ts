import { beforeEach, describe, expect, test } from '@jest/globals';
import { ExampleStorage } from '../../../storage/storage.examples.js';
import { guarded } from '../../../storage/storage.js';
import type { Draft } from './draft.js';
import { anEmptyDraft } from './draft.examples.js';
import { DraftStore, type CopyStorage, type DraftApi, type SaveAnswer, type ServerDraft } from './draft-store.js';
import { LocalCopies } from './local-copies.js';

const server = (revision: number, place: string | null): ServerDraft => ({
  revision: String(revision),
  draft: { ...anEmptyDraft, place },
  savedAt: null,
  savedBy: null,
});

/** A server that answers on demand. */
class ExampleApi implements DraftApi<ServerDraft> {
  readonly requests: { revision: string; draft: Draft; answer: (it: SaveAnswer<ServerDraft>) => void }[] = [];
  latest = server(0, null);
  save = (revision: string, draft: Draft) =>
    new Promise<SaveAnswer<ServerDraft>>((answer) => this.requests.push({ revision, draft, answer }));
  read = () => Promise.resolve<SaveAnswer<ServerDraft>>({ saved: this.latest });
}

let storage: ExampleStorage;
const allText = () => [...storage.kept.values()].join();
let draftApi: ExampleApi;
let waits: { milliseconds: number; run: () => void }[];
const later = (milliseconds: number, run: () => void) => {
  const wait = { milliseconds, run };
  waits.push(wait);
  return () => void (waits = waits.filter((it) => it !== wait));
};
const timePasses = () => {
  const [wait] = waits.splice(0, 1);
  wait?.run();
  return wait?.milliseconds;
};
const copies = (personId = 'kari', windowId = 'w1', today = '2026-11-18') =>
  new LocalCopies(
    guarded(() => storage),
    { personId, meetingId: 'm1', windowId },
    today,
  );
const opened = (first = server(0, null), kept: CopyStorage = copies()) => new DraftStore(draftApi, kept, later, first);
const write = (store: DraftStore<ServerDraft>, place: string) => store.edit((draft) => ({ ...draft, place }));
/** Lets pending answers arrive. */
const delivered = () => new Promise((resolve) => setImmediate(resolve));

beforeEach(() => {
  [storage, draftApi, waits] = [new ExampleStorage(), new ExampleApi(), []];
});

describe('a draft in use', () => {
  test('is stored locally at once, saved soon after, and then removed locally', async () => {
    const store = opened();
    write(store, 'biblioteket');
    expect(allText()).toContain('biblioteket');
    expect(draftApi.requests).toHaveLength(0);
    timePasses();
    expect(draftApi.requests).toMatchObject([{ revision: '0', draft: { place: 'biblioteket' } }]);
    draftApi.requests[0]!.answer({ saved: server(1, 'biblioteket') });
    await delivered();
    expect(storage.length).toBe(0);
    expect(store.snapshot()).toMatchObject({ server: { revision: '1' }, writing: { trouble: null } });
  });

  test('is saved once for many keystrokes', () => {
    const store = opened();
    for (const place of ['b', 'bi', 'bib']) write(store, place);
    expect(waits).toHaveLength(1);
  });

  test('is retried with growing delays of at most half a minute', async () => {
    const store = opened();
    write(store, 'biblioteket');
    const wait: (number | undefined)[] = [];
    for (let i = 0; i < 8; i += 1) {
      wait.push(timePasses());
      draftApi.requests[i]!.answer({ trouble: 'offline' });
      await delivered();
    }
    expect(wait).toEqual([900, 1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    expect(allText()).toContain('biblioteket');
    store.recover();
    await delivered();
    expect(timePasses()).toBeDefined();
  });

  test.each(['signed-out', 'refused', 'filed', 'forbidden'] as const)(
    'is not tried again by itself where the answer was «%s»; the text stays on the machine',
    async (trouble) => {
      const store = opened();
      write(store, 'biblioteket');
      timePasses();
      draftApi.requests[0]!.answer({ trouble, detail: 'ord fra serveren' });
      await delivered();
      expect(waits).toHaveLength(0);
      expect(allText()).toContain('biblioteket');
      expect(store.snapshot()).toMatchObject({ writing: { trouble }, detail: 'ord fra serveren' });
    },
  );

  test('reports when local storage fails too', () => {
    storage.isFull = true;
    const store = opened();
    write(store, 'biblioteket');
    expect(store.snapshot().keptHere).toBe(false);
  });
});

describe('a draft that nobody has saved', () => {
  const propose = (draft: Draft): Draft => ({ ...draft, digital: true });
  const fresh = () => new DraftStore(draftApi, copies(), later, server(0, null), propose);

  test('is shown with its proposals, and opening it saves nothing', async () => {
    const store = fresh();
    expect(store.snapshot().writing.mine.digital).toBe(true);
    await store.news();
    expect(store.snapshot().writing.mine.digital).toBe(true);
    expect([waits.length, storage.length]).toEqual([0, 0]);
  });

  test('includes the proposals in the first save', () => {
    const store = fresh();
    write(store, 'biblioteket');
    timePasses();
    expect(draftApi.requests).toMatchObject([{ draft: { place: 'biblioteket', digital: true } }]);
  });

  test('is replaced by what another user has saved', async () => {
    const store = fresh();
    draftApi.latest = server(1, 'hallen');
    await store.news();
    expect(store.snapshot().writing.mine).toMatchObject({ place: 'hallen', digital: false });
  });
});

describe('after a crash', () => {
  test('the text is restored, stored again, and saved', () => {
    write(opened(), 'biblioteket');
    waits = [];
    const again = opened(server(0, null), copies('kari', 'w2'));
    expect(again.snapshot().writing.mine.place).toBe('biblioteket');
    expect(storage.length).toBe(1);
    timePasses();
    expect(draftApi.requests.at(-1)!.draft.place).toBe('biblioteket');
  });

  test('the texts of two crashed windows are both restored', () => {
    write(opened(), 'biblioteket');
    write(opened(server(0, null), copiesOfAnotherWindow()), 'hallen');
    const again = opened(server(0, null), copies('kari', 'w3'));
    expect(again.snapshot().writing.mine.place).toMatch(/biblioteket.*hallen|hallen.*biblioteket/);
  });

  /** A window that was open all the time: it has not seen the other's copy. */
  const copiesOfAnotherWindow = () => {
    const kept = copies('kari', 'w2');
    return { keep: kept.keep.bind(kept), drop: () => kept.drop(), left: () => [], clear: () => undefined };
  };

  test('another user of the same computer sees none of it', () => {
    write(opened(), 'biblioteket');
    expect(opened(server(0, null), copies('ola', 'w2')).snapshot().writing.mine.place).toBeNull();
    expect(allText()).toContain('biblioteket');
  });

  test('unused copies are removed after thirty days, unreadable ones at once', () => {
    write(opened(), 'biblioteket');
    storage.setItem('samspill.utkast/kari/m9/w9', 'ikke JSON');
    copies('ola', 'w2', '2026-12-18').sweep();
    expect(storage.length).toBe(1);
    copies('ola', 'w2', '2026-12-19').sweep();
    expect(storage.length).toBe(0);
  });
});

describe('changes by other users', () => {
  test('are merged with one’s own typing when they are reported', async () => {
    const store = opened();
    store.edit((draft) => ({ ...draft, endedAt: '14:00' }));
    draftApi.latest = server(3, 'hallen');
    await store.news();
    expect(store.snapshot().writing).toMatchObject({ mine: { place: 'hallen', endedAt: '14:00' } });
  });

  test('are requested after a running save, not during it', async () => {
    const store = opened();
    write(store, 'biblioteket');
    timePasses();
    await store.news();
    expect(store.snapshot().writing.known.revision).toBe('0');
    draftApi.latest = {
      ...server(2, 'biblioteket'),
      draft: { ...anEmptyDraft, place: 'biblioteket', endedAt: '14:00' },
    };
    draftApi.requests[0]!.answer({ saved: server(1, 'biblioteket') });
    await delivered();
    await delivered();
    expect(store.snapshot().writing).toMatchObject({ known: { revision: '2' }, mine: { endedAt: '14:00' } });
  });

  test('in the same field are shown beside one’s own until one has chosen', async () => {
    const store = opened();
    write(store, 'biblioteket');
    timePasses();
    draftApi.requests[0]!.answer({ conflict: server(2, 'hallen') });
    await delivered();
    expect(store.snapshot().writing).toMatchObject({
      mine: { place: 'biblioteket' },
      conflicts: [{ at: 'place', theirs: 'hallen' }],
    });
    expect(await store.flush()).toBe(false);
    store.choose('place', 'mine');
    timePasses();
    expect(draftApi.requests[1]).toMatchObject({ revision: '2', draft: { place: 'biblioteket' } });
  });
});

test('a correction is stored locally only, and restored after a crash', async () => {
  const correcting = (windowId: string) => new DraftStore(null, copies('kari', windowId), later, server(1, 'hallen'));
  const store = correcting('w1');
  write(store, 'biblioteket');
  store.recover();
  await store.news();
  expect(await store.flush()).toBe(true);
  expect(waits).toHaveLength(0);
  expect(correcting('w2').snapshot().writing.mine.place).toBe('biblioteket');
});

describe('before filing', () => {
  test('everything is saved, including text typed while saving', async () => {
    const store = opened();
    write(store, 'bib');
    const flushed = store.flush();
    write(store, 'biblioteket');
    draftApi.requests[0]!.answer({ saved: server(1, 'bib') });
    await delivered();
    draftApi.requests[1]!.answer({ saved: server(2, 'biblioteket') });
    expect(await flushed).toBe(true);
    expect(store.snapshot().server.revision).toBe('2');
  });

  test('a failed save is reported', async () => {
    const store = opened();
    write(store, 'bib');
    const flushed = store.flush();
    draftApi.requests[0]!.answer({ trouble: 'offline' });
    expect(await flushed).toBe(false);
  });

  test('a filed protocol leaves nothing in local storage', () => {
    const store = opened();
    write(store, 'biblioteket');
    store.filed();
    expect(storage.length).toBe(0);
    expect(waits).toHaveLength(0);
  });
});

describe('a correction of a version that somebody else has corrected', () => {
  const correcting = () => new DraftStore<ServerDraft>(null, copies(), later, server(3, 'rom 1'));

  test('keeps typed text, and both texts where they differ', () => {
    const store = correcting();
    write(store, 'rom 2');
    store.overtaken(server(4, 'biblioteket'));
    const { writing } = store.snapshot();
    expect(writing).toMatchObject({ mine: { place: 'rom 2' }, known: { revision: '4' } });
    expect(writing.conflicts).toMatchObject([{ at: 'place', theirs: 'biblioteket' }]);
    store.choose('place', 'theirs');
    expect(store.snapshot().writing).toMatchObject({ mine: { place: 'biblioteket' }, conflicts: [] });
  });

  test('includes what only the other user has corrected', () => {
    const store = correcting();
    store.edit((draft) => ({ ...draft, startedAt: '13:00' }));
    store.overtaken(server(4, 'biblioteket'));
    expect(store.snapshot().writing).toMatchObject({
      mine: { startedAt: '13:00', place: 'biblioteket' },
      conflicts: [],
    });
  });
});

import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { LOCKS } from '#platform/database';
import { lead, LeaseLost, leases, takeLease, type LeaseName } from '#platform/followers';
import { followedGarden, until, type FollowedGarden } from './followed-garden.examples.js';
import { gardenModels, walk } from './projections.examples.js';
import { rebuild, RebuildUnderWay } from './rebuild.js';

// Freezes and kills real processes: slow when many tests share a machine.
jest.setTimeout(60_000);
const LONGEST_WAIT_MS = 25_000;
const HOLDER = fileURLToPath(new URL('../../../test/lease-holder.mjs', import.meta.url));
/** Short, for a fast test; the test waits for the expiry and never measures it. */
const SHORT_MS = 1_500;
/** Longer than the test may last: a take-over before that did not wait for the expiry. */
const LONG_MS = 600_000;

let garden: FollowedGarden;
const processes: ChildProcess[] = [];
beforeEach(async () => {
  garden = await followedGarden();
});
afterEach(async () => {
  for (const each of processes.splice(0)) each.kill('SIGKILL');
  await garden.close();
});

/** A process that holds the lease, with an open transaction that locks every checkpoint. */
async function holder(name: LeaseName, leaseMs: number) {
  const child = spawn(process.execPath, [HOLDER, garden.url, name, String(leaseMs)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  processes.push(child);
  const lines: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trim().split('\n')));
  await until(() => Promise.resolve(lines.includes('holds')));
  return {
    freeze: () => child.kill('SIGSTOP'),
    kill: () => child.kill('SIGKILL'),
    /** Resumes it, lets it try to commit, and returns the outcome. */
    async wake(): Promise<string> {
      child.stdin.write('commit\n');
      child.kill('SIGCONT');
      await until(() => Promise.resolve(lines.length > 1));
      return lines[1]!;
    },
  };
}

const leading = () => garden.happened.filter(({ what }) => what === 'leading').length;

/** Creates the checkpoints, so that they can be locked. */
async function begun(): Promise<void> {
  void garden.start();
  await garden.begun();
  await garden.rest();
}

describe('read models whose leader', () => {
  test('is suspended during a batch are taken over when its lease has expired; its later commit is refused', async () => {
    await begun();
    const frozen = await holder('projections', SHORT_MS);
    frozen.freeze();
    const before = leading();
    void garden.start();
    const position = await garden.work(walk(60));
    expect(await garden.freshness.reached(position, LONGEST_WAIT_MS)).toBe(true);
    expect(leading()).toBe(before + 1);
    expect(await frozen.wake()).toBe('refused lost');
    expect(await garden.differences()).toEqual([0, 0]);
    expect((await leases(garden.source)).find(({ name }) => name === 'projections')).toMatchObject({ held: true });
  });

  test('is killed are taken over at once, whatever its lease', async () => {
    await begun();
    const killed = await holder('projections', LONG_MS);
    killed.kill();
    void garden.start();
    expect(await garden.freshness.reached(await garden.work(walk(60)), LONGEST_WAIT_MS)).toBe(true);
  });

  test('is alive are not taken over, however long it takes', async () => {
    await begun();
    const lease = await lead(garden.url, 'projections', new AbortController().signal, SHORT_MS);
    const before = leading();
    void garden.start();
    // The lease is renewed twice meanwhile, whatever the machine's load.
    const epoch = () => garden.asOwner(`select epoch, expires_at from follower_lease where name = 'projections'`);
    const [first] = await epoch();
    await until(async () => Number((await epoch())[0]!.expires_at) > Number(first!.expires_at) + 2 * SHORT_MS);
    expect((await epoch())[0]!.epoch).toBe(first!.epoch);
    expect(leading()).toBe(before);
    await lease!.release();
    expect(await garden.freshness.reached(await garden.work(walk(60)), LONGEST_WAIT_MS)).toBe(true);
  });
});

test('a connection that is being opened while its lease is released is ended, with its lock', async () => {
  await begun();
  const lease = await takeLease(garden.url, 'rebuild', LONG_MS);
  const refused = expect(lease!.connection()).rejects.toThrow(LeaseLost);
  await lease!.release();
  await refused;
  expect(
    await garden.asOwner(
      `select pid from pg_locks join pg_database on pg_database.oid = database
        where datname = current_database() and locktype = 'advisory' and objid = ${LOCKS.rebuild}`,
    ),
  ).toEqual([]);
});

describe('a rebuild', () => {
  test('does not begin beside a live one, and takes over from a suspended one', async () => {
    await begun();
    await garden.work(walk(60));
    const living = await takeLease(garden.url, 'rebuild', LONG_MS);
    await expect(rebuild(garden, gardenModels)).rejects.toThrow(RebuildUnderWay);
    await living!.release();
    const frozen = await holder('rebuild', SHORT_MS);
    frozen.freeze();
    await until(() =>
      rebuild(garden, gardenModels).then(
        () => true,
        (fault: unknown) => {
          if (fault instanceof RebuildUnderWay) return false;
          throw fault;
        },
      ),
    );
    expect(await frozen.wake()).toBe('refused lost');
    void garden.start();
    expect(await garden.freshness.reached(await garden.events.head(), LONGEST_WAIT_MS)).toBe(true);
    expect(await garden.differences()).toEqual([0, 0]);
  });
});

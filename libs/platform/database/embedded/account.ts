import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { StartRefused } from '#platform/environment';

const run = promisify(execFile);

/** Bits of a Linux capability set that override a folder's mode: entering and reading; also writing. */
const DAC_READ_SEARCH = 2n;
const DAC_OVERRIDE = 1n;

/** The operating system's account that the database runs as. */
export interface Account {
  /** Set only where Samspill runs as root, as which PostgreSQL will not run. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** The program and its arguments, changed so that it runs as this account. */
  as(program: string, args: readonly string[]): Invocation;
}

export interface Invocation {
  readonly program: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * The account that started Samspill. For root it is `postgres`, created when missing; if that account cannot enter one
 * of `folders` (a clone or a data folder under `/root`), it is granted the right to enter folders and nothing else.
 */
export async function databaseAccount(folders: readonly string[]): Promise<Account> {
  if (process.getuid?.() !== 0) return { as: (program, args) => ({ program, args }) };
  const owner = (await findPostgres()) ?? (await makePostgres());
  if (await canEnterAll(owner, folders)) return { owner, as: (program, args) => ({ program, args, ...owner }) };
  const entering = await setpriv(owner);
  if (!entering) {
    throw new StartRefused(
      `The database may not run as root, and its account postgres cannot enter ${folders.join(' or ')}: ` +
        'put Samspill and SAMSPILL_DATA in folders that others may enter, or start Samspill as an ordinary user.',
    );
  }
  return { owner, as: (program, args) => ({ program: 'setpriv', args: [...entering, '--', program, ...args] }) };
}

async function findPostgres(): Promise<{ uid: number; gid: number } | undefined> {
  try {
    const ids = await Promise.all(['-u', '-g'].map((which) => run('id', [which, 'postgres'])));
    const [uid, gid] = ids.map(({ stdout }) => Number(stdout));
    return { uid: uid!, gid: gid! };
  } catch {
    return undefined;
  }
}

async function makePostgres(): Promise<{ uid: number; gid: number }> {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'postgres']],
  ];
  for (const [program, args] of ways) {
    await run(program, args).catch(() => undefined);
    const made = await findPostgres();
    if (made) return made;
  }
  throw new StartRefused(
    'The database may not run as root, and the account postgres could not be made: start Samspill as an ordinary user.',
  );
}

async function canEnterAll(owner: { uid: number; gid: number }, folders: readonly string[]): Promise<boolean> {
  const tries = folders.map((folder) => run('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...owner, cwd: '/' }));
  return (await Promise.allSettled(tries)).every(({ status }) => status === 'fulfilled');
}

/**
 * Arguments of `setpriv` (util-linux) for running as `owner` with the right to enter folders; undefined if impossible.
 */
async function setpriv({ uid, gid }: { uid: number; gid: number }): Promise<readonly string[] | undefined> {
  const allowed = await allowedCapabilities();
  const bit = [DAC_READ_SEARCH, DAC_OVERRIDE].find((wanted) => (allowed >> wanted) & 1n);
  if (bit === undefined) return undefined;
  const only = `-all,+${bit === DAC_READ_SEARCH ? 'dac_read_search' : 'dac_override'}`;
  const args = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${only}`,
    `--ambient-caps=${only}`,
    `--bounding-set=${only}`,
    // Without this, access(2), which PostgreSQL calls on its own program, ignores the capability.
    '--securebits=+no_setuid_fixup',
  ];
  return run('setpriv', [...args, '--', '/bin/sh', '-c', ':'], { cwd: '/' }).then(
    () => args,
    () => undefined,
  );
}

async function allowedCapabilities(): Promise<bigint> {
  const status = await readFile('/proc/self/status', 'utf8').catch(() => '');
  return BigInt(`0x${/^CapBnd:\s*([0-9a-f]+)$/m.exec(status)?.[1] ?? '0'}`);
}

import { spawn } from 'node:child_process';
import { open, readFile, stat, type FileHandle } from 'node:fs/promises';
import { totalmem } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { StartRefused } from '#platform/environment';
import type { Account } from './account.js';
import { DATABASE_ENVIRONMENT } from './cluster.js';
import { placesIn } from './data-folder.js';
import { writtenServer } from './postmaster-file.js';
import { stopServer } from './stop-previous-server.js';

const READY_WITHIN = 60_000;
const LOG_LIMIT = 5 * 1024 * 1024;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_wal_size: '2GB',
  jit: 'off',
  log_checkpoints: 'off',
  // A log line names the fault, never its rows or values, which may be personal data.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

const MEGABYTE = 1024 * 1024;
/** PostgreSQL's own default, and a limit beyond which a municipality's data gains nothing. */
const [LEAST_BUFFERS, MOST_BUFFERS] = [128, 4_096];

/**
 * A quarter of the machine's memory, or of the container's, as PostgreSQL's documentation recommends: with the default
 * of 128 MB, reading a stream takes several times as long in a log of ten million events. Only pages in use take memory.
 */
function sharedBuffers(): Readonly<Record<string, string>> {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  const quarter = Math.floor(memory / 4 / MEGABYTE);
  return { shared_buffers: `${Math.min(Math.max(quarter, LEAST_BUFFERS), MOST_BUFFERS)}MB` };
}

/** Only in tests: writes may be lost when the machine stops, and many installations share one server. */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '400' };

export interface ServerOptions {
  readonly folder: string;
  readonly port: number;
  readonly durable: boolean;
  /** Called when the server ends without being stopped. */
  readonly onLost?: () => void;
}

/** A running PostgreSQL server. */
export interface Server {
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts the server and waits until it accepts connections. It runs in its own process group, so that Ctrl-C reaches
 * only Samspill, which then stops the server. Undefined when it ended at once: its port may be taken.
 */
export async function startServer(
  postgres: string,
  account: Account,
  { folder, port, durable, onLost }: ServerOptions,
): Promise<Server | undefined> {
  const { cluster, log } = placesIn(folder);
  const settings = Object.entries({ ...SETTINGS, ...(durable ? sharedBuffers() : NOT_DURABLE) });
  const flags = ['-D', cluster, '-p', String(port), ...settings.flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  const { program, args, ...as } = account.as(postgres, flags);
  const output = await openLog(log);
  try {
    const stdio = ['ignore', output.fd, output.fd] as const;
    const child = spawn(program, args, {
      ...as,
      cwd: '/',
      env: DATABASE_ENVIRONMENT,
      stdio: [...stdio],
      detached: true,
    });
    let ended = false;
    let stopping = false;
    const end = () => {
      ended = true;
      process.off('exit', stopWithUs);
    };
    const stopWithUs = () => child.kill('SIGINT');
    child.once('error', end);
    child.once('exit', end);
    process.once('exit', stopWithUs);
    if (!(await isReady(cluster, child.pid, () => ended))) {
      child.kill('SIGQUIT');
      return undefined;
    }
    child.once('exit', () => {
      if (!stopping) onLost?.();
    });
    child.unref();
    return {
      pid: child.pid!,
      stop: () => {
        stopping = true;
        return ended ? Promise.resolve() : stopServer(child.pid!, cluster);
      },
    };
  } finally {
    await output.close();
  }
}

/** Length of the database's log in bytes; what is written after it belongs to the next start. */
export const logLength = (folder: string): Promise<number> =>
  stat(placesIn(folder).log).then(
    ({ size }) => size,
    () => 0,
  );

/** Why the database did not start, as a sentence for the user, from its log since `from` (bytes). */
export async function startFailure(folder: string, from: number): Promise<StartRefused> {
  const { log } = placesIn(folder);
  const written = await readFile(log).catch(() => Buffer.alloc(0));
  // PostgreSQL starts a new log file when this one has grown too long.
  const lines = written
    .subarray(written.length >= from ? from : 0)
    .toString('utf8')
    .split('\n')
    .filter(Boolean);
  const fatal = lines.findLast((line) => FATAL.test(line))?.replace(FATAL, '');
  const fault = fatal ?? lines.findLast((line) => OF_THE_PROGRAM.test(line))?.replace(OF_THE_PROGRAM, '');
  return new StartRefused(
    `The database did not start${fault ? ` (${fault.trim()})` : ''}: see ${log}. ` +
      'Where its files are damaged or missing, put the data folder back from a backup.',
  );
}

const FATAL = /^.*?\b(FATAL|PANIC):\s*/;
/** Prefix of messages that the program prints before its log is open. */
const OF_THE_PROGRAM = /^postgres:\s*/;

async function isReady(cluster: string, pid: number | undefined, ended: () => boolean): Promise<boolean> {
  for (const until = performance.now() + READY_WITHIN; performance.now() < until && !ended(); await pause(5)) {
    const written = await writtenServer(cluster);
    if (written?.pid === pid && written?.readyOn !== undefined) return true;
  }
  return false;
}

async function openLog(path: string): Promise<FileHandle> {
  const { size } = await stat(path).catch(() => ({ size: 0 }));
  return open(path, size > LOG_LIMIT ? 'w' : 'a', 0o600);
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** File in which a running server states, line by line, its process id, folder, start time, port … and status. */
export const postmasterFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** A server as its pid file describes it; it may have ended since. */
export interface WrittenServer {
  readonly pid: number;
  /** The port, once the server accepts connections on it. */
  readonly readyOn?: number;
}

/** Content of the file; undefined if there is none, or if it names no process. */
export async function writtenServer(cluster: string): Promise<WrittenServer | undefined> {
  const lines = (await readFile(postmasterFile(cluster), 'utf8').catch(() => '')).split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 1)) return undefined;
  return lines[7]?.trim() === 'ready' ? { pid, readyOn: Number(lines[3]) } : { pid };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a server says, in its own folder, that it runs: line by line its process, folder, time, port … and how far it is. */
export const postmasterFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** A server as it has written itself down; it may be gone since. */
export interface WrittenServer {
  readonly pid: number;
  /** The port it takes connections on, once it does. */
  readonly readyOn?: number;
}

/** What stands in the file; undefined where there is none, or none that names a process. */
export async function writtenServer(cluster: string): Promise<WrittenServer | undefined> {
  const lines = (await readFile(postmasterFile(cluster), 'utf8').catch(() => '')).split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 1)) return undefined;
  return lines[7]?.trim() === 'ready' ? { pid, readyOn: Number(lines[3]) } : { pid };
}

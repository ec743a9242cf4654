import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** Files, the embedded database's pipes and the connections to the database and the log, opened while requests are served. */
const RESERVED = 40;
/** A process that may open less than this many connections could not serve one browser. */
const FEWEST = 8;
const MOST = 10_000;

/**
 * Connections that this process may hold by its limit of open files (`ulimit -n`), less what is open already and what it
 * needs beside. Where the system does not tell (it is not Linux), the most that is ever allowed.
 */
export function roomForConnections(): number {
  try {
    const limit = /^Max open files\s+(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
    if (limit === undefined) return MOST;
    const open = readdirSync('/proc/self/fd').length;
    return Math.min(MOST, Math.max(FEWEST, Number(limit) - open - RESERVED));
  } catch {
    return MOST;
  }
}

/**
 * Keeps at most `most` connections. One more takes the place of the connection that has waited longest without a request,
 * so that idle sockets do not shut anybody out; where every other is in use, the new one is closed.
 */
export function limitConnections(server: Server, most: number): void {
  /** Without a request in flight, the longest first. */
  const idle = new Set<Socket>();
  let open = 0;
  server.on('connection', (socket) => {
    open += 1;
    idle.add(socket);
    socket.once('close', () => {
      open -= 1;
      idle.delete(socket);
    });
    // A socket that is destroyed stays counted until it is closed, a moment later.
    const [longestIdle] = idle;
    if (open > most) {
      idle.delete(longestIdle!);
      longestIdle!.destroy();
    }
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => {
      if (!socket.destroyed) idle.add(socket);
    });
  });
}

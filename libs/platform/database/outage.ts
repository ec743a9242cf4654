/**
 * Why the database could not carry out a statement, when neither the statement nor the data is at fault:
 * - `away`: unreachable, starting, stopping or overloaded; a retry a moment later may succeed
 * - `cannot-save`: reachable but cannot write (disk full, read-only, storage fault); an operator must act
 */
export type Outage = 'away' | 'cannot-save';

/** PostgreSQL's error codes, by code or class (the first two characters); a code takes precedence over its class. */
export const OUTAGES: ReadonlyMap<string, Outage> = new Map([
  ['08', 'away'], // connection exceptions
  ['25006', 'cannot-save'], // read-only transaction: a standby, or default_transaction_read_only
  ['25P03', 'away'], // idle in transaction for too long
  ['25P04', 'away'], // transaction timeout
  ['40001', 'away'], // serialization failure
  ['40P01', 'away'], // deadlock
  ['53', 'away'], // insufficient resources: memory, connections, configured limits
  ['53100', 'cannot-save'], // disk full
  ['55P03', 'away'], // lock not available
  ['57014', 'away'], // cancelled, or statement timeout
  ['57P01', 'away'], // shut down by the administrator
  ['57P02', 'away'], // shut down by a crash
  ['57P03', 'away'], // cannot connect now
  ['57P04', 'away'], // database dropped
  ['57P05', 'away'], // idle session timeout
  ['58', 'cannot-save'], // system errors: I/O error, missing or duplicate file
]);

const SQL_STATE = /^[0-9A-Z]{5}$/;
/** Node's codes for an unreachable peer, and for a process without free file descriptors. */
const NODE_CODES = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'EMFILE', 'ENFILE'],
]);
/** TypeORM's errors for a connection that ended during a transaction. */
const NAMES = new Set(['QueryRunnerAlreadyReleasedError', 'ConnectionIsNotSetError']);
/** Errors of the `pg` driver that have no code. */
const MESSAGES =
  /^(Connection terminated|timeout e(xceeded when trying to connect|xpired)|Query read timeout|Client has encountered a connection error|Client was closed and is not queryable|Cannot use a pool after calling end)/;

/**
 * The outage behind a fault, however deeply a library has wrapped it; undefined for a fault of the statement or the
 * program.
 */
export function outageOf(fault: unknown, depth = 0): Outage | undefined {
  if (!(fault instanceof Error) || depth > 4) return undefined;
  const { code, syscall, driverError, errors } = fault as Error & Record<string, unknown>;
  const own = typeof code === 'string' ? ofCode(code) : undefined;
  if (own) return own;
  if (syscall === 'connect' || NAMES.has(fault.name) || MESSAGES.test(fault.message)) return 'away';
  const inner = [fault.cause, driverError, ...(Array.isArray(errors) ? (errors as unknown[]) : [])];
  for (const each of inner) {
    const found = outageOf(each, depth + 1);
    if (found) return found;
  }
  return undefined;
}

function ofCode(code: string): Outage | undefined {
  if (NODE_CODES.has(code)) return 'away';
  return SQL_STATE.test(code) ? (OUTAGES.get(code) ?? OUTAGES.get(code.slice(0, 2))) : undefined;
}

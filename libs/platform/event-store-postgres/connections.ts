import { DatabaseError, type ClientConfig } from 'pg';
import { startUpOptions, type LoginGroup } from '#platform/database';

/** Start-up settings of every connection of the log, beside its role. */
const SETTINGS = {
  // The append's check relies on each statement seeing everything committed before it began.
  default_transaction_isolation: 'read\\ committed',
  // Plans each named statement once per connection; planning costs more than executing.
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
  // Every statement uses an index; a plan made for an empty table would otherwise scan the table ever after.
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
} satisfies Readonly<Record<string, string>>;

/** A connection that acts as `role`. `extra` are further server settings. */
export function connectionConfig(
  connectionString: string,
  role: LoginGroup,
  extra: Readonly<Record<string, string>> = {},
): ClientConfig {
  const given = /[?&]options=([^&]*)/.exec(connectionString)?.[1];
  const settings = Object.entries({ ...SETTINGS, ...extra }).map(([name, value]) => `-c ${name}=${value}`);
  const options = [...(given ? [decodeURIComponent(given)] : []), startUpOptions(role), ...settings].join(' ');
  const joint = connectionString.includes('?') ? '&' : '?';
  return {
    connectionString: `${connectionString}${joint}options=${encodeURIComponent(options)}`,
    application_name: 'samspill-log',
    keepAlive: true,
    // Also the longest wait for a free connection of the pool: as long as an append may wait.
    connectionTimeoutMillis: 15_000,
    query_timeout: 30_000,
  };
}

/** Errors of a server that is starting, stopping, full or read-only, and of conflicts between transactions. */
const PASSING = new Set(['57P01', '57P02', '57P03', '53300', '25006', '40001', '40P01', '55P03']);

/**
 * True for a transient fault of the connection or the server, rather than of the statement. The statement may have been
 * carried out.
 */
export function isTransient(error: unknown): boolean {
  if (error instanceof DatabaseError) return PASSING.has(error.code ?? '') || (error.code?.startsWith('08') ?? false);
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  // The driver has no codes: these are its messages for a connection that is gone or does not answer.
  return /^E[A-Z_]+$/.test(String(code)) || /\bconnect|timeout/i.test(String(message));
}

/** The unique constraint that a statement violated, if any. */
export const brokenUnique = (error: unknown): string | undefined =>
  error instanceof DatabaseError && error.code === '23505' ? error.constraint : undefined;

/** The log's database was unreachable until the append's deadline. */
export class EventStoreUnavailable extends Error {
  override readonly name = 'EventStoreUnavailable';
  constructor(seconds: number, cause: unknown) {
    super(
      `The log's database has not answered for ${seconds} s (${(cause as Error).message}). ` +
        'Whether the events were written is not known; the same events may safely be appended again.',
      { cause },
    );
  }
}

import { DatabaseError, type ClientConfig } from 'pg';
import { startUpOptions } from '#platform/database';

/** Settings that every connection of the log starts with, beside its role. */
const SETTINGS = {
  // The append's check relies on each statement seeing what was committed before it began.
  default_transaction_isolation: 'read\\ committed',
  // Named statements are planned once for the life of a connection; planning them costs more than running them.
  plan_cache_mode: 'force_generic_plan',
  jit: 'off',
  // Every statement finds its rows by an index; a plan made while the table was empty must not say otherwise for ever.
  enable_seqscan: 'off',
  enable_bitmapscan: 'off',
} satisfies Readonly<Record<string, string>>;

/** A connection that acts as the application's role. `extra` are further server settings. */
export function connectionConfig(connectionString: string, extra: Readonly<Record<string, string>> = {}): ClientConfig {
  const given = /[?&]options=([^&]*)/.exec(connectionString)?.[1];
  const settings = Object.entries({ ...SETTINGS, ...extra }).map(([name, value]) => `-c ${name}=${value}`);
  const options = [...(given ? [decodeURIComponent(given)] : []), startUpOptions('samspill_app'), ...settings].join(
    ' ',
  );
  const joint = connectionString.includes('?') ? '&' : '?';
  return {
    connectionString: `${connectionString}${joint}options=${encodeURIComponent(options)}`,
    application_name: 'samspill-log',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 30_000,
  };
}

/** What the server says when it is starting, stopping, full, or no longer the one that may be written to. */
const PASSING = new Set(['57P01', '57P02', '57P03', '53300', '25006', '40001', '40P01', '55P03']);

/**
 * True for a fault that may be gone a moment later: the connection or the server, not what was asked. Nothing is known
 * of a statement that met it: it may have been carried out.
 */
export function isPassing(error: unknown): boolean {
  if (error instanceof DatabaseError) return PASSING.has(error.code ?? '') || (error.code?.startsWith('08') ?? false);
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  // The driver has no codes of its own: these are all its words for a connection that is gone or does not answer.
  return /^E[A-Z_]+$/.test(String(code)) || /\bconnect|timeout/i.test(String(message));
}

/** The constraint that a statement broke, where it broke a unique one. */
export const brokenUnique = (error: unknown): string | undefined =>
  error instanceof DatabaseError && error.code === '23505' ? error.constraint : undefined;

/** The log's database could not be reached for so long that the caller must be told. */
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

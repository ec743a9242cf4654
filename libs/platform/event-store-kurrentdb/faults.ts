import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
  UnknownError,
} from '@kurrent/kurrentdb-client';

/** The log's server could not be reached for so long that the caller must be told. */
export class KurrentUnavailable extends Error {
  override readonly name = 'KurrentUnavailable';
  /** So that who knows no engine can tell that the log is away. */
  readonly code = 'ETIMEDOUT';
  constructor(seconds: number, cause: unknown) {
    super(
      `KurrentDB has not answered for ${seconds} s. Whether the events were written is not known; the same events may ` +
        'safely be appended again.',
      { cause },
    );
  }
}

/** Somebody asked and was not answered in time. */
export class NoAnswerInTime extends Error {
  override readonly name = 'NoAnswerInTime';
}

const PASSING = [
  UnavailableError,
  DeadlineExceededError,
  TimeoutError,
  CancelledError,
  NotLeaderError,
  UnknownError,
  NoAnswerInTime,
] as const;
/** gRPC's own codes, where the client lets them through: cancelled, unknown, deadline exceeded, aborted, internal, unavailable. */
const PASSING_CODES = new Set<unknown>([1, 2, 4, 10, 13, 14]);

/** Said without a code: by a client that we have let go of meanwhile, and by one that finds no leader among the nodes. */
const SAID_WITHOUT_CODE = /^(Channel has been shut down$|Failed to discover after )/;

/**
 * True for a fault that may be gone a moment later: the connection or the server, not what was asked. Nothing is known
 * of a call that met it: it may have been carried out.
 */
export const isPassing = (fault: unknown): boolean =>
  PASSING.some((kind) => fault instanceof kind) ||
  PASSING_CODES.has((fault as { code?: unknown } | undefined)?.code) ||
  (fault instanceof Error && SAID_WITHOUT_CODE.test(fault.message));

/** True for a passing fault that the server itself has told: the connection is well. */
export const isAnswered = (fault: unknown): boolean =>
  fault instanceof DeadlineExceededError || fault instanceof TimeoutError;

export const isDenied = (fault: unknown): boolean =>
  fault instanceof AccessDeniedError || [7, 16].includes((fault as { code?: number }).code ?? 0);

import { clientLibrary } from './client-library.js';

/** The log's server was unreachable until the call's deadline. */
export class KurrentUnavailable extends Error {
  override readonly name = 'KurrentUnavailable';
  /** A code with which callers that do not know the engine recognise an outage. */
  readonly code = 'ETIMEDOUT';
  constructor(seconds: number, cause: unknown) {
    super(
      `KurrentDB has not answered for ${seconds} s. Whether the events were written is not known; the same events may ` +
        'safely be appended again.',
      { cause },
    );
  }
}

/** A try got no answer in time. */
export class NoAnswerInTime extends Error {
  override readonly name = 'NoAnswerInTime';
}

/** True for a fault of one of the client's passing kinds, or for no answer in time. */
function isPassing(fault: unknown): boolean {
  const { UnavailableError, DeadlineExceededError, TimeoutError, CancelledError, NotLeaderError, UnknownError } =
    clientLibrary();
  return [
    UnavailableError,
    DeadlineExceededError,
    TimeoutError,
    CancelledError,
    NotLeaderError,
    UnknownError,
    NoAnswerInTime,
  ].some((kind) => fault instanceof kind);
}
/**
 * gRPC's codes, where the client passes them on: cancelled, unknown, deadline exceeded, aborted, internal, unavailable.
 */
const PASSING_CODES = new Set<unknown>([1, 2, 4, 10, 13, 14]);

/**
 * Messages without a code: of a client that has been disposed meanwhile, and of one that finds no leader among the
 * nodes.
 */
const SAID_WITHOUT_CODE = /^(Channel has been shut down$|Failed to discover after )/;

/**
 * True for a transient fault of the connection or the server, rather than of the call. The call may have been carried
 * out.
 */
export const isTransient = (fault: unknown): boolean =>
  isPassing(fault) ||
  PASSING_CODES.has((fault as { code?: unknown } | undefined)?.code) ||
  (fault instanceof Error && SAID_WITHOUT_CODE.test(fault.message));

/** True for a transient fault that the server itself reported: the connection works. */
export const isAnswered = (fault: unknown): boolean =>
  fault instanceof clientLibrary().DeadlineExceededError || fault instanceof clientLibrary().TimeoutError;

export const isDenied = (fault: unknown): boolean =>
  fault instanceof clientLibrary().AccessDeniedError || [7, 16].includes((fault as { code?: number }).code ?? 0);

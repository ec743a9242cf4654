import { stackFrames } from './stack-frames.js';

/** Log entry of a fault: its kind and place in the program. The message may quote a user's text. */
export interface FaultEntry {
  readonly name: string;
  /** SQLSTATE or Node's error code. */
  readonly code?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly at: readonly string[];
  readonly cause?: FaultEntry;
}

/**
 * Describes a fault without its message: messages of databases and parsers repeat values, which may be personal data.
 */
export function faultEntry(error: unknown, depth = 0): FaultEntry {
  if (!(error instanceof Error)) return { name: typeof error, at: [] };
  const { code, table, constraint, driverError } = error as Error & Record<string, unknown>;
  const cause = error.cause ?? driverError;
  return {
    name: error.name === 'Error' ? error.constructor.name : error.name,
    ...texts({ code, table, constraint }),
    at: stackFrames(error.stack),
    ...(cause !== undefined && depth < 3 && { cause: faultEntry(cause, depth + 1) }),
  };
}

const texts = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => typeof value === 'string'));

import { Problem } from '#platform/http';
import { PLANTED } from './planted-tenants.js';

/** An answer as far as it is judged. */
export interface FuzzAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Tells which names an answer may not contain. */
export interface InternalNames {
  /** Tables and columns whose name has more than one word. */
  readonly database: ReadonlySet<string>;
  /** Controllers and handlers. */
  readonly classes: ReadonlySet<string>;
}

/** Addresses that are made for engineers and operators, who read such names there. */
const FOR_ENGINEERS = /^\/(?:api\/openapi\.json|api\/docs(?:\/[^?]*)?|metrics)(?:\?|$)/;
const STACK = /\bat (?:[\w.<>$ ]+ )?\(?(?:file:|node:|\/)[^\s]+:\d+:\d+/;
const PATHS = /node_modules|file:\/\/\/|\.(?:ts|js|mjs):\d+|\/(?:libs|apps|dist|home|root|usr|var|tmp)\/\w/;
const POSTGRES =
  /(?:relation|column|constraint|function|operator) "|violates [\w-]+ constraint|syntax error at|invalid input syntax|QueryFailedError|out of range for type|invalid byte sequence/i;
const ERRORS = /\b(?:Type|Range|Syntax|Reference|Zod|Internal\w*|Aggregate)Error\b|\b\w+Exception\b|\[object Object\]/;

/** Problems that are not the request's fault and that the documentation names. */
const BUSY: ReadonlySet<string> = new Set(
  ['busy', 'unavailable', 'cannot-save', 'halted', 'not-yet-visible'].map((name) => `urn:samspill:problem:${name}`),
);

/** Everything that is wrong with an answer to a request for `path`; empty for nearly all. */
export function faultsOf(path: string, answer: FuzzAnswer, names: InternalNames): readonly string[] {
  const faults: string[] = [];
  const { status, text } = answer;
  if (status === 0) faults.push('no answer');
  if (status >= 500 && !isExplained(answer) && !isNotReady(path, answer)) faults.push(`status ${status}`);
  if (text.includes(PLANTED)) faults.push('a row of another municipality');
  if (FOR_ENGINEERS.test(path)) return faults;
  if (STACK.test(text)) faults.push('a stack trace');
  for (const pattern of [PATHS, POSTGRES, ERRORS]) {
    const found = pattern.exec(text);
    if (found) faults.push(`an internal name: ${found[0]}`);
  }
  for (const [word] of text.matchAll(/\b[A-Za-z]\w+\b/g))
    if (names.database.has(word) || names.classes.has(word)) faults.push(`an internal name: ${word}`);
  if (
    status >= 400 &&
    String(answer.headers['content-type']).startsWith('application/problem+json') &&
    !isProblem(text)
  )
    faults.push('a problem that is not one of RFC 9457');
  return faults;
}

/** The probe says by 503 which part is not ready. */
const isNotReady = (path: string, { status, text }: FuzzAnswer): boolean =>
  status === 503 && /^\/health\/ready(?:\?|$)/.test(path) && text.startsWith('{"status":"not-ready"');

const isProblem = (text: string): boolean => {
  try {
    return Problem.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
};

/** The server is behind, or its database away: the answer says which, and when to try again. */
function isExplained({ status, headers, text }: FuzzAnswer): boolean {
  if (![503, 504].includes(status) || !isProblem(text)) return false;
  return BUSY.has(Problem.parse(JSON.parse(text)).type) && headers['retry-after'] !== undefined;
}

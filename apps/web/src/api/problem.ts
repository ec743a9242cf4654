const PREFIX = 'urn:samspill:problem:';
/** Problems that the pages treat in a way of their own; the last part of their `type`. */
type ProblemName = 'halted' | 'municipality-merged' | 'sign-in-again' | 'signed-in-as-another';

/** One broken rule or wrong field of a request (RFC 9457, extended by the API). */
export interface BrokenRule {
  readonly rule: string;
  /** Path of the field to correct: `actions.2.dueOn`. */
  readonly at?: string;
  /** The fault and its remedy, in the user's language. */
  readonly detail: string;
}

/** An error answer of the API, or a missing answer. `title` and `detail` are shown to users. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 for no answer at all. */
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string,
    readonly broken: readonly BrokenRule[] = [],
    /** Further content of the answer, such as both texts of a conflict. */
    readonly beside: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${type}`);
  }

  /** True when the API names the problem so. */
  is(name: ProblemName): boolean {
    return this.type === `${PREFIX}${name}`;
  }
  /** The server's log number for the fault; undefined when not given. */
  get number(): string | undefined {
    const { instance } = this.beside;
    return typeof instance === 'string' ? instance.replace(/^urn:uuid:/, '') : undefined;
  }
  /** True when the server could not be reached: nothing was refused, and trying again is safe. */
  get isOffline(): boolean {
    return this.status === 0;
  }
  /** True when the displayed user is no longer signed in. */
  get isSignedOut(): boolean {
    return this.status === 401 || this.is('signed-in-as-another');
  }
  /** True when the user's municipality has become part of another, which `detail` names. */
  get isOfMerged(): boolean {
    return this.is('municipality-merged');
  }
  /** True when the item changed after it was read: the user must see the current state first. */
  get isStale(): boolean {
    return this.status === 412;
  }
  /** True when the user may not open it or it does not exist; the answer does not tell which. */
  get isNotForYou(): boolean {
    return (this.status === 403 && !this.is('sign-in-again')) || this.status === 404;
  }
}

/** True if an answer is a problem of this type; the answer can still be read afterwards. */
export async function hasType(response: Response, status: number, name: ProblemName): Promise<boolean> {
  if (response.status !== status) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return problemFrom(response.status, body).is(name);
}
export const isOfAnotherPerson = (response: Response): Promise<boolean> =>
  hasType(response, 409, 'signed-in-as-another');

/** The problem in an answer; also for an answer of a proxy that contains none. */
export function problemFrom(status: number, body: unknown): Problem {
  const { type, title, detail, broken, ...beside } = (typeof body === 'object' && body !== null ? body : {}) as {
    type?: string;
    title?: string;
    detail?: string;
    broken?: readonly BrokenRule[];
  };
  return new Problem(status, type ?? 'unknown', title ?? '', detail ?? '', broken, beside);
}

const OFFLINE = 'offline';
/** Problem for a missing answer: the network or the server is unavailable. */
export const offline = (): Problem => new Problem(0, OFFLINE, '', '');

export const isProblem = (fault: unknown): fault is Problem => fault instanceof Problem;

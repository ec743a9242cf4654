/** One broken rule or wrong field of what was sent (RFC 9457, extended by the API). */
export interface BrokenRule {
  readonly rule: string;
  /** The field to mend as a path: `actions.2.dueOn`. */
  readonly at?: string;
  /** What is wrong and what to do, in the user's language. */
  readonly detail: string;
}

/** An answer of the API that is no success, or the lack of an answer. `title` and `detail` are for people. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 where no answer came at all. */
    readonly status: number,
    readonly type: string,
    readonly title: string,
    readonly detail: string,
    readonly broken: readonly BrokenRule[] = [],
    /** What else the answer said, such as both texts of a conflict. */
    readonly beside: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${type}`);
  }

  /** The number that the server has noted it by; undefined where it has said none. */
  get number(): string | undefined {
    const { instance } = this.beside;
    return typeof instance === 'string' ? instance.replace(/^urn:uuid:/, '') : undefined;
  }
  /** True where the server could not be reached: nothing was refused, and trying again is safe. */
  get isOffline(): boolean {
    return this.status === 0;
  }
  /** The one whom the page displays is not signed in: nobody is, or another. */
  get isSignedOut(): boolean {
    return this.status === 401 || this.type === OF_ANOTHER_PERSON;
  }
  /** It was changed after it was read: what stands now must be seen first. */
  get isStale(): boolean {
    return this.status === 412;
  }
  /** One may not open it, or it does not exist: the answer does not tell which. */
  get isNotForYou(): boolean {
    return this.status === 403 || this.status === 404;
  }
}

const OF_ANOTHER_PERSON = 'urn:samspill:problem:signed-in-as-another';
export const isOfAnotherPerson = async (response: Response): Promise<boolean> => {
  if (response.status !== 409) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return problemFrom(response.status, body).type === OF_ANOTHER_PERSON;
};

/** The problem that an answer states; also where a proxy answered in our place and states none. */
export function problemFrom(status: number, body: unknown): Problem {
  const { type, title, detail, broken, ...beside } = (typeof body === 'object' && body !== null ? body : {}) as {
    type?: string;
    title?: string;
    detail?: string;
    broken?: readonly BrokenRule[];
  };
  return new Problem(status, type ?? 'unknown', title ?? '', detail ?? '', broken, beside);
}

export const OFFLINE = 'offline';
/** No answer came: the network or the server is gone for now. */
export const offline = (): Problem => new Problem(0, OFFLINE, '', '');

export const isProblem = (fault: unknown): fault is Problem => fault instanceof Problem;

import { browserStorage } from '../storage/storage.js';

/** Kept in local storage for the next visit: the addresses of a page's reads, never their answers. */
export interface RememberedVisit {
  /** The reads below are sent for this person only; the server refuses them in another's session. */
  readonly personId: string;
  /** Language of the pages, from the municipality where nobody has chosen one. */
  readonly language: string;
  /** API addresses that a page asked for while it loaded, by the page's address; the latest pages last. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
}
export const REMEMBERED = 'samspill.visit';

/** A page's files and reads, made by the build: everything that follows from the page's path alone. */
export interface PageStart {
  /** As in `routes.tsx`. */
  readonly route: string;
  /** Regular expression on the path; its groups are the path's parameters. */
  readonly path: string;
  readonly scripts: readonly string[];
  /** API addresses with `{1}` for the first parameter of the path. */
  readonly reads: readonly string[];
  readonly isBehindSignIn: boolean;
}
export interface Start {
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
  /** File of all texts, by language. */
  readonly texts: Readonly<Record<string, string>>;
  /** Folder of the texts of each page alone: `<language>/<its number in pages>.json`. */
  readonly textsFolder: string;
  /** Scripts of the parts that first reads name. */
  readonly parts: Readonly<Record<string, readonly string[]>>;
  /** The most specific first. */
  readonly pages: readonly PageStart[];
}

/** A request that was sent before the application had loaded. */
export interface EarlyRequest {
  readonly sentAt: number;
  readonly acceptLanguage: string;
  readonly response: Promise<Response>;
}

/** The last visit's record; undefined before the first, or when it is damaged or of another version. */
export function rememberedVisit(): RememberedVisit | undefined {
  try {
    const stored: unknown = JSON.parse(browserStorage.read(REMEMBERED)!);
    return isVisit(stored) ? stored : undefined;
  } catch {
    return undefined;
  }
}

const isVisit = (stored: unknown): stored is RememberedVisit => {
  const { personId, reads } = (stored ?? {}) as Partial<RememberedVisit>;
  return typeof personId === 'string' && typeof reads === 'object' && Object.values(reads).every(areAddresses);
};
const areAddresses = (reads: unknown): boolean =>
  Array.isArray(reads) && reads.every((read) => typeof read === 'string' && read.startsWith('/api/'));

declare global {
  /** Set by the script in the page's HTML; by path and query string. */
  var samspillEarly: Map<string, EarlyRequest> | undefined;
  /** File of the first page's texts in a language; undefined where all texts of the visit's language are cached. */
  var samspillPageTexts: ((language: string) => string) | undefined;
}

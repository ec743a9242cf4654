import type { Session } from './session.js';

/** The part of a request that sessions read: Express's requests are such. */
export interface RequestHeaders {
  get(name: string): string | undefined;
}
/** The part of an answer that sessions write: Express's responses are such. */
export interface ResponseHeaders {
  append(name: string, value: string): unknown;
}

/** A proven person who signs in. Contains ids only. */
export interface NewSession {
  readonly tenant: string;
  readonly personId: string;
  readonly via: Session['via'];
  /** Of a sign-in by OpenID Connect: the provider (`iss`), its id of the person (`sub`), and of its own session (`sid`). */
  readonly issuer?: string;
  readonly subject?: string;
  readonly sid?: string;
}

/** A session as its person sees it in a list. */
export interface ListedSession {
  readonly sessionId: string;
  readonly via: Session['via'];
  readonly beganAt: Date;
  /** To within ten minutes. */
  readonly usedAt: Date;
  /** Families of the browser and of its operating system, such as `firefox` and `windows`; null when unknown. */
  readonly browser: string | null;
  readonly system: string | null;
}

/** Whose sessions: a person's, those that came of one session at a provider, or of one person at a provider. */
export type SessionsOf =
  | { readonly tenant: string; readonly personId: string }
  | { readonly issuer: string; readonly sid: string }
  | { readonly issuer: string; readonly subject: string };

/** DI token of sessions: who is signed in, in which browser. An ended session ends its live streams in every process. */
export abstract class Sessions {
  /** The session of a request, or undefined if there is none that is valid. Looking is not a use of the session. */
  abstract open(request: RequestHeaders): Promise<Session | undefined>;
  /** The same, and the session is in use: its idle time-out begins anew. */
  abstract use(request: RequestHeaders, response: ResponseHeaders): Promise<Session | undefined>;
  /** Begins a session with an id of its own, in place of the one that the browser may have. */
  abstract begin(request: RequestHeaders, response: ResponseHeaders, session: NewSession): Promise<Session>;
  /** Ends the session of the request, if any, and removes it from the browser. */
  abstract end(request: RequestHeaders, response: ResponseHeaders): Promise<void>;
  /** Ends one of a person's sessions; false if there is none. */
  abstract endOne(tenant: string, personId: string, sessionId: string): Promise<boolean>;
  /** Ends all of them but one (`except`, a session id); returns their number. */
  abstract endAll(which: SessionsOf, except?: string): Promise<number>;
  /** A person's valid sessions, the last used first. */
  abstract list(tenant: string, personId: string): Promise<readonly ListedSession[]>;
  /** Begins a session without a browser and returns its cookie, `name=value`: for the operator's command. */
  abstract issue(session: NewSession): Promise<string>;
}

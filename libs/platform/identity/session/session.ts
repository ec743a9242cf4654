/** How a person signed in: `persona-picker` in the demo, `openid-connect` at a provider. */
export type SignInMethod = 'persona-picker' | 'openid-connect';

/** A proven person who signs in. Contains ids only. */
export interface NewSession {
  readonly tenant: string;
  readonly personId: string;
  readonly via: SignInMethod;
  /**
   * Of a sign-in by OpenID Connect: the provider (`iss`), its id of the person (`sub`), and of its own session (`sid`).
   */
  readonly issuer?: string;
  readonly subject?: string;
  readonly sid?: string;
  /**
   * When the person proved who they are, at the level that sensitive operations demand; undefined when that is not
   * known.
   */
  readonly authenticatedAt?: Date;
}

/** Proof that whoever uses a session is the person who began it. */
export type NewProof = Pick<NewSession, 'issuer' | 'subject' | 'sid'> & { readonly authenticatedAt: Date };

/** A session in use. Contains no rights: roles are looked up at every request. */
export interface Session {
  /** Names the session in lists; whoever knows it cannot use the session. */
  readonly sessionId: string;
  readonly tenant: string;
  readonly personId: string;
  readonly via: SignInMethod;
  /** When the person last proved who they are; null when that is not known. */
  readonly authenticatedAt: Date | null;
}

/** A session as its person sees it in a list. */
export interface ListedSession {
  readonly sessionId: string;
  readonly via: SignInMethod;
  readonly beganAt: Date;
  /** To within ten minutes. */
  readonly usedAt: Date;
  /** Null when unknown, as for a program. */
  readonly browser: Browser | null;
  readonly system: System | null;
}

/** Families of browsers and operating systems: enough to recognise a device, and too little to track one. */
export const BROWSERS = ['edge', 'opera', 'samsung', 'firefox', 'chrome', 'safari'] as const;
export const SYSTEMS = ['ios', 'android', 'chromeos', 'windows', 'macos', 'linux'] as const;
export type Browser = (typeof BROWSERS)[number];
export type System = (typeof SYSTEMS)[number];

/** A set of sessions: a person's, those that came of one session at a provider, or of one person at a provider. */
export type SessionsOf =
  | { readonly tenant: string; readonly personId: string }
  | { readonly issuer: string; readonly sid: string }
  | { readonly issuer: string; readonly subject: string };

/** DI token of sign-in: identifies the person from a proof. The demo's persona picker implements it. */
export abstract class SignIn {
  abstract readonly via: SignInMethod;
  /** The person to sign in, or undefined if the proof is not valid. */
  abstract prove(proof: unknown): Promise<NewSession | undefined>;
}

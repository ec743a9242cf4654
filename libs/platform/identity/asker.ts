import type { CalendarDate } from '#platform/kernel';
import type { Language, Role } from './roles/index.js';

/** A role active on the day in question, with its reach. */
export interface ActiveRole {
  readonly role: Role;
  readonly unitId?: string;
  /** A service member's service; every service of the service unit for its leader. */
  readonly serviceIds?: readonly string[];
  /** The person in whose place it is held: a substitute reaches what is theirs. */
  readonly standsInFor?: string;
}

/** The person who sends a request, with municipality, roles and current day. Resolved once, by the access guard. */
export interface Asker {
  readonly personId: string;
  readonly tenant: string;
  readonly roles: readonly ActiveRole[];
  readonly today: CalendarDate;
  readonly language: Language;
}

/** The municipality that a merged one is now part of. */
export interface Successor {
  readonly tenant: string;
  readonly name: string;
}

/** The municipality in which the work of a merged one continues, and the language in which its people are told. */
export interface Continuation extends Successor {
  readonly language: Language;
}

/** DI token that resolves a session to an asker; the persona picker today, OpenID Connect later. */
export abstract class Askers {
  /**
   * The person with the roles active today, or undefined if there is no such active person. Without a language, the
   * asker gets the municipality's.
   */
  abstract find(tenant: string, personId: string, today: CalendarDate, language?: Language): Promise<Asker | undefined>;
  /** Names of the streams whose events may take away what the asker may do. */
  abstract decidedIn(asker: Asker): readonly string[];
  /** The municipality that continues the tenant's work since a merger; nobody is an asker of the tenant then. */
  abstract successorOf(tenant: string): Promise<Continuation | undefined>;
}

import type { CalendarDate } from '#platform/kernel';
import type { Language, Role } from './roles/index.js';

/** A role that is active on the day it is asked about, with what it reaches. */
export interface ActiveRole {
  readonly role: Role;
  readonly unitId?: string;
  /** The service of a service member; every service of the service unit for its leader. */
  readonly serviceIds?: readonly string[];
}

/** Who asks, in which municipality, with which roles, and the day it is for them. Resolved once, at the door. */
export interface Asker {
  readonly personId: string;
  readonly municipality: string;
  readonly roles: readonly ActiveRole[];
  readonly today: CalendarDate;
  readonly language: Language;
}

/** DI token of who resolves a session to an asker; the persona picker today, OpenID Connect later. */
export abstract class Askers {
  /**
   * The person with the roles active today, or undefined when there is no such active person. Where no language is
   * given, the asker gets the municipality's own form.
   */
  abstract find(
    municipality: string,
    personId: string,
    today: CalendarDate,
    language?: Language,
  ): Promise<Asker | undefined>;
}

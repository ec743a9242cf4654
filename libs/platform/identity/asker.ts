import { z } from 'zod';
import type { CalendarDate } from '#platform/kernel';

/** The roles a person may hold (workflow § 3.5); each for a unit, a service, a service unit or the whole municipality. */
export const Role = z.enum([
  'unit-leader',
  'meeting-chair',
  'teacher',
  'service-member',
  'service-unit-leader',
  'coordinator',
  'director',
  'elected',
  'auditor',
]);
export type Role = z.infer<typeof Role>;

export const Language = z.enum(['nb', 'nn', 'en']);
export type Language = z.infer<typeof Language>;

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

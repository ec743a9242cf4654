import { z } from 'zod';

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

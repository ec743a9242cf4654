import { z } from 'zod';
import { narrowed } from './narrowed-schema.js';
import { isOrganisationNumber } from './organisation-number.js';

/**
 * Id of a tenant: who shares Samspill's tables with others and sees none of their data. It never changes, and says
 * nothing: a municipality that was registered under a number has the number as its id, also after its number changed.
 */
export const TenantId = z
  .string()
  .regex(/^[a-z0-9]{4,32}$/)
  .brand('TenantId');
export type TenantId = z.infer<typeof TenantId>;

/** Four digits, SSB's number of a municipality. */
export const MunicipalityNumber = z
  .string()
  .regex(/^\d{4}$/)
  .brand('MunicipalityNumber');
export type MunicipalityNumber = z.infer<typeof MunicipalityNumber>;

/** The nine-digit organisation number of a school or kindergarten, with a valid MOD-11 check digit. */
export const UnitId = z
  .string()
  .regex(/^\d{9}$/)
  .refine(isOrganisationNumber, {
    error: 'not an organisation number (MOD-11)',
    params: { rule: 'organisation-number' },
  })
  .brand('UnitId');
export type UnitId = z.infer<typeof UnitId>;

export const PersonId = z.uuid().brand('PersonId');
export type PersonId = z.infer<typeof PersonId>;

export const ServiceId = z.uuid().brand('ServiceId');
export type ServiceId = z.infer<typeof ServiceId>;

/** The organisational unit (virksomhet) that leads several services, such as BFE (R7). */
export const ServiceUnitId = z.uuid().brand('ServiceUnitId');
export type ServiceUnitId = z.infer<typeof ServiceUnitId>;

export const MeetingId = z.uuid().brand('MeetingId');
export type MeetingId = z.infer<typeof MeetingId>;

export const ActionId = z.uuid().brand('ActionId');
export type ActionId = z.infer<typeof ActionId>;

/** Range of years that Samspill knows. A year outside it is a typing error, and no engine or loop need handle it. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 2100;
const isInYears = (text: string): boolean => {
  const year = Number(text.slice(0, 4));
  return year >= FIRST_YEAR && year <= LAST_YEAR;
};

/** A day in the municipality's own zone, `2026-11-22`. */
export const CalendarDate = narrowed(z.iso.date(), 'calendar-range', isInYears)
  .meta({ formatMinimum: `${FIRST_YEAR}-01-01`, formatMaximum: `${LAST_YEAR}-12-31` })
  .brand('CalendarDate');
export type CalendarDate = z.infer<typeof CalendarDate>;

/** A calendar month, `2026-11`. */
export const Month = narrowed(z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), 'calendar-range', isInYears).brand('Month');
export type Month = z.infer<typeof Month>;

/**
 * The first calendar year of a school year: 2026 is 1 August 2026 – 31 July 2027. All its days are in the known years.
 */
export const SchoolYear = narrowed(
  z
    .int()
    .min(FIRST_YEAR - 1)
    .max(LAST_YEAR),
  'calendar-range',
  (year) => year >= FIRST_YEAR && year < LAST_YEAR,
).brand('SchoolYear');
export type SchoolYear = z.infer<typeof SchoolYear>;

/** Time of day in the municipality's zone, `12:30`. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .brand('TimeOfDay');
export type TimeOfDay = z.infer<typeof TimeOfDay>;

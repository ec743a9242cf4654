import { z } from 'zod';
import {
  CalendarDate,
  eventType,
  MunicipalityNumber,
  SchoolYear,
  TenantId,
  UnitId,
  type EventOf,
  type Upcaster,
} from '#platform/kernel';
import { LONGEST } from './limits/index.js';
import { Settings, UnitKind } from './settings.js';

// These shapes are the storage contract: a change needs a new schema version with an upcaster and a frozen fixture.

export const LanguageForm = z.enum(['nb', 'nn', 'neutral']);
export const MunicipalityDetails = z.object({
  name: z.string().min(1).max(100),
  languageForm: LanguageForm,
  /** Fictional data: every page, paper and mail shows «Demodata». */
  demo: z.boolean(),
});
export type MunicipalityDetails = z.infer<typeof MunicipalityDetails>;

/** Kinds of tenants: a municipality, a network of municipalities, a county. */
export const TenantKind = z.enum(['municipality', 'network', 'county']);
export type TenantKind = z.infer<typeof TenantKind>;

/** Version 1 of the events with settings: those had neither a ladder nor digests, so the defaults hold. */
const withoutLadder: Upcaster = (data) => data;

export const MunicipalityRegistered = eventType(
  'registry.MunicipalityRegistered',
  2,
  MunicipalityDetails.extend({
    /** The first number; it is the id of the tenant, also after a change of number. */
    number: MunicipalityNumber,
    settings: Settings,
    /** Absent: a municipality. */
    kind: TenantKind.optional(),
  }),
  [withoutLadder],
);
export const MunicipalityChanged = eventType(
  'registry.MunicipalityChanged',
  1,
  MunicipalityDetails.extend({
    /** The day from which the name holds that is changed; absent: from the beginning. */
    from: CalendarDate.optional(),
  }),
);
/** Another number from the day on, and another name where there is one. */
export const MunicipalityNumberChanged = eventType(
  'registry.MunicipalityNumberChanged',
  1,
  z.object({ number: MunicipalityNumber, name: MunicipalityDetails.shape.name.optional(), from: CalendarDate }),
);
/** A municipality that became part of another, with the units that it had. */
export const Predecessor = z.object({
  tenant: TenantId,
  numbers: z.array(z.object({ number: MunicipalityNumber, from: CalendarDate.nullable() })).min(1),
  names: z.array(z.object({ name: MunicipalityDetails.shape.name, from: CalendarDate.nullable() })).min(1),
  unitIds: z.array(UnitId),
  /** The first day on which its units belong to its successor. */
  until: CalendarDate,
});
export type Predecessor = z.infer<typeof Predecessor>;
export const Formed = z.object({
  on: CalendarDate,
  /** Includes the predecessors of predecessors. */
  from: z.array(Predecessor).min(1),
});
export type Formed = z.infer<typeof Formed>;
/** The municipality was formed by a merger. Everything that its predecessors had is in its log before this event. */
export const MunicipalityFormed = eventType('registry.MunicipalityFormed', 1, Formed);
export const SettingsChanged = eventType('registry.SettingsChanged', 2, z.object({ settings: Settings }), [
  withoutLadder,
]);

export const ClosedPeriod = z.object({
  from: CalendarDate,
  to: CalendarDate,
  reason: z.string().min(1).max(LONGEST.closedPeriodReason),
});
/** The school calendar (skolerute) of one kind of unit: days outside it, and closed periods, are no working days there. */
export const SchoolCalendar = z.object({
  schoolYear: SchoolYear,
  kind: UnitKind,
  firstDay: CalendarDate,
  lastDay: CalendarDate,
  closed: z.array(ClosedPeriod),
});
export type SchoolCalendar = z.infer<typeof SchoolCalendar>;
export const SchoolCalendarSet = eventType('registry.SchoolCalendarSet', 1, SchoolCalendar);

/** Decisions that a new municipality begins with and that the coordinator has looked at, whether or not they were changed. */
export const SetupStep = z.enum(['details', 'settings']);
export type SetupStep = z.infer<typeof SetupStep>;
export const SetupStepConfirmed = eventType('registry.SetupStepConfirmed', 1, z.object({ step: SetupStep }));

export const municipalityEvents = {
  MunicipalityRegistered,
  MunicipalityChanged,
  MunicipalityNumberChanged,
  MunicipalityFormed,
  SettingsChanged,
  SchoolCalendarSet,
  SetupStepConfirmed,
};
export type MunicipalityEvent = EventOf<typeof municipalityEvents>;

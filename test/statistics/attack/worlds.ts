import {
  addMonths,
  CalendarDate,
  firstDayOf,
  MeetingId,
  Month,
  MunicipalityNumber,
  PersonId,
  SchoolYear,
  ServiceId,
  ServiceUnitId,
  stableId,
  UnitId,
} from '#platform/kernel';

// Municipalities that differ in what is hidden, and in nothing else: whoever sees figures protected, and everybody, must
// get the same answers from each of them. Units as small as real ones; everything else is invented.

/** The small number of a world: so many there are of everything small in its municipality's newer school year. */
export type World = 1 | 2 | 3 | 4;
export const WORLDS: readonly World[] = [1, 2, 3, 4];
export const numberOf = (world: World): string => MunicipalityNumber.parse(`991${world}`);

/** The older one and the newer one. */
export const SCHOOL_YEARS = [2024, 2025].map((year) => SchoolYear.parse(year));
/** In the older year the small numbers run the other way round, so that no two worlds have the same pair. */
export const smallIn = (world: World, year: SchoolYear): World =>
  year === SCHOOL_YEARS[1] ? world : ((5 - world) as World);

export const day = (text: string) => CalendarDate.parse(text);
export const id = (...of: readonly (string | number)[]) => stableId('worlds', ...of);
/** Their numbers of children are 14, 14, 12 and 19. */
export const SIZES = [14, 14, 12, 19];
export const UNITS = ['974552876', '974557746', '974777630', '975278964'].map((number) => UnitId.parse(number));
export type Unit = 0 | 1 | 2 | 3;
export const SERVICE = {
  ppt: ServiceId.parse(id('ppt')),
  nurses: ServiceId.parse(id('nurses')),
  childWelfare: ServiceId.parse(id('child welfare')),
};
export type Service = keyof typeof SERVICE;
export const BFE = ServiceUnitId.parse(id('bfe'));
export const personOf = (name: string): PersonId => PersonId.parse(id('person', name));
export const MEMBERS: Readonly<Record<Service, readonly string[]>> = {
  ppt: ['ppt 1', 'ppt 2', 'ppt 3'],
  nurses: ['nurse 1', 'nurse 2', 'nurse 3'],
  childWelfare: ['child welfare 1'],
};

/** The specification's today. */
export const TODAY = day('2026-10-01');
/** Months of meetings by their place in a school year: August to June. */
export const MONTHS = Array.from({ length: 11 }, (_, month) => month);
/** On the same day of the month each unit meets by itself, and in some months two of them together. */
export const heldOn = (year: SchoolYear, month: number): CalendarDate =>
  day(`${addMonths(Month.parse(`${year}-08`), month)}-10`);

/** A meeting of a unit, or a joint one of two. */
export interface Meeting {
  readonly year: SchoolYear;
  readonly month: number;
  readonly units: readonly Unit[];
}
export const meetingIdOf = ({ year, month, units }: Meeting): MeetingId =>
  MeetingId.parse(id('meeting', year, month, ...units));
/** Months in which the two large units also meet together. */
export const JOINT_MONTHS = [6, 7, 8, 9];
export const JOINT: readonly Unit[] = [2, 3];

/** Every meeting of the two school years. */
export const MEETINGS: readonly Meeting[] = SCHOOL_YEARS.flatMap((year) => [
  ...([0, 1, 2, 3] as const).flatMap((unit) => MONTHS.map((month) => ({ year, month, units: [unit] }))),
  ...JOINT_MONTHS.map((month) => ({ year, month, units: JOINT })),
]);

/** Corrections of protocols of the largest unit; each changes what its first action is about. */
export interface Correction {
  readonly year: SchoolYear;
  readonly months: readonly number[];
  readonly on: CalendarDate;
  readonly to: 'referral' | 'other';
}
/**
 * In spring, after the autumn’s figures were final and before the year’s, and in the next September, when the year’s are
 * final too.
 */
export const CORRECTIONS: readonly Correction[] = [
  { year: SCHOOL_YEARS[0]!, months: [1, 2, 3, 4], on: day('2025-03-15'), to: 'referral' },
  ...SCHOOL_YEARS.map((year): Correction => ({
    year,
    months: [6, 7, 8, 9],
    on: day(`${year + 1}-09-10`),
    to: 'other',
  })),
];
/** The correction of the meeting’s protocol. */
export const correctionOf = ({ year, month, units }: Meeting): Correction | undefined =>
  units.length === 1 && units[0] === 3
    ? CORRECTIONS.find((it) => it.year === year && it.months.includes(month))
    : undefined;

export const beginningOf = (year: SchoolYear): CalendarDate => firstDayOf(Month.parse(`${year}-08`));

/** Age bands of the matters of the largest unit's meeting in October. */
export const agesIn = (small: number) =>
  (
    [
      ['0-2', small],
      ['3-5', 14 - small],
      ['6-9', 20],
      ['10-12', 25],
    ] as const
  ).flatMap(([ageBand, count]) => Array.from({ length: count }, () => ageBand));

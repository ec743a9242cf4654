import type { Answer } from '../../api/reads.js';

export type Municipality = Answer<'/api/municipality'>;
export type Settings = Municipality['settings'];

/** Unit of a number, for its words. */
export type Measure = 'workingDays' | 'days' | 'years' | 'children';
export type Field =
  | {
      readonly kind: 'number';
      readonly key: NumberKey;
      /** The API's limits. */
      readonly from: number;
      readonly until: number;
      readonly measure: Measure;
    }
  | { readonly kind: 'weekday' | 'hour'; readonly key: 'digestWeekday' | 'digestHour' }
  | { readonly kind: 'months'; readonly key: 'schoolMonths' | 'kindergartenMonths' };
type NumberKey =
  | 'notice'
  | 'filing'
  | 'reminder'
  | 'alert'
  | 'coordinator'
  | 'dueBeforeMeeting'
  | 'dueOtherwise'
  | 'effect'
  | 'ageFrom'
  | 'ageTo'
  | 'smallUnit'
  | 'keepMail';
export type Key = Field['key'];

const number = (key: NumberKey, from: number, until: number, measure: Measure): Field => ({
  kind: 'number',
  key,
  from,
  until,
  measure,
});

/** The settings, page by page; the key is a part of the address. */
export const GROUPS = {
  moter: [
    { kind: 'months', key: 'schoolMonths' },
    { kind: 'months', key: 'kindergartenMonths' },
  ],
  frister: [
    number('notice', 0, 30, 'workingDays'),
    number('filing', 0, 60, 'workingDays'),
    number('reminder', 0, 260, 'workingDays'),
    number('alert', 0, 260, 'workingDays'),
    number('coordinator', 0, 260, 'workingDays'),
  ],
  tiltak: [
    number('dueBeforeMeeting', 0, 30, 'workingDays'),
    number('dueOtherwise', 1, 365, 'days'),
    number('effect', 1, 365, 'days'),
  ],
  barn: [number('ageFrom', 0, 23, 'years'), number('ageTo', 0, 23, 'years'), number('smallUnit', 0, 200, 'children')],
  'e-post': [
    { kind: 'weekday', key: 'digestWeekday' },
    { kind: 'hour', key: 'digestHour' },
    number('keepMail', 1, 3650, 'days'),
  ],
} as const satisfies Readonly<Record<string, readonly Field[]>>;
export type Group = keyof typeof GROUPS;
export const isGroup = (group: string | undefined): group is Group =>
  group !== undefined && Object.hasOwn(GROUPS, group);

/** Months in the order of a school year. */
export const SCHOOL_MONTHS = [8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5] as const;
export const HOURS = [7, 8, 9, 10, 11, 12, 13, 14, 15] as const;

/** A number, a choice or months; several settings of one page, by key. */
export type Value = number | readonly number[];
export type Values = Readonly<Partial<Record<Key, Value>>>;

/** Every setting by its key. */
export function valuesOf(settings: Settings, digests: Municipality['digests']): Readonly<Record<Key, Value>> {
  const { reminderWorkingDays: reminders, dueDateRule: due, ageSpan, mandatoryMonths } = settings;
  return {
    schoolMonths: inSchoolYear(mandatoryMonths.school),
    kindergartenMonths: inSchoolYear(mandatoryMonths.kindergarten),
    notice: settings.noticeWorkingDays,
    filing: settings.filingWorkingDays,
    reminder: reminders.reminder,
    alert: reminders.alert,
    coordinator: reminders.coordinator,
    dueBeforeMeeting: due.workingDaysBeforeNextMeeting,
    dueOtherwise: due.otherwiseDays,
    effect: settings.effectJudgedWithinDays,
    ageFrom: ageSpan.from,
    ageTo: ageSpan.to,
    smallUnit: settings.smallUnitBelow,
    digestWeekday: digests.weekday,
    digestHour: digests.hour,
    keepMail: digests.keepBytesDays,
  };
}

/** The settings with these values; all others stay. Digests that follow the default go on doing so until changed. */
export function withValues(settings: Settings, digests: Municipality['digests'], values: Values): Settings {
  const all = { ...valuesOf(settings, digests), ...values };
  const one = (key: Key) => all[key] as number;
  const months = (key: Key) => [...(all[key] as readonly number[])];
  const changesDigests = (['digestWeekday', 'digestHour', 'keepMail'] as const).some((key) => key in values);
  return {
    ...settings,
    mandatoryMonths: { school: months('schoolMonths'), kindergarten: months('kindergartenMonths') },
    noticeWorkingDays: one('notice'),
    filingWorkingDays: one('filing'),
    reminderWorkingDays: { reminder: one('reminder'), alert: one('alert'), coordinator: one('coordinator') },
    dueDateRule: { workingDaysBeforeNextMeeting: one('dueBeforeMeeting'), otherwiseDays: one('dueOtherwise') },
    effectJudgedWithinDays: one('effect'),
    ageSpan: { from: one('ageFrom'), to: one('ageTo') },
    smallUnitBelow: one('smallUnit'),
    ...(changesDigests && {
      digests: { ...digests, weekday: one('digestWeekday'), hour: one('digestHour'), keepBytesDays: one('keepMail') },
    }),
  };
}

const inSchoolYear = (months: readonly number[]): readonly number[] =>
  SCHOOL_MONTHS.filter((month) => months.includes(month));

/** Paths of the API's faults, by the field that they are shown at. */
const AT: ReadonlyMap<string | undefined, Key> = new Map<string, Key>([
  ['mandatoryMonths.school', 'schoolMonths'],
  ['mandatoryMonths.kindergarten', 'kindergartenMonths'],
  ['ageSpan', 'ageTo'],
  ['reminderWorkingDays', 'coordinator'],
]);
export const fieldOf = (at: string | undefined): Key | undefined => AT.get(at);

/** The typed text as a number within the limits; undefined when it is none. */
export function numberIn(typed: string, { from, until }: { readonly from: number; readonly until: number }) {
  const value = /^\d{1,5}$/.test(typed.trim()) ? Number(typed.trim()) : Number.NaN;
  return value >= from && value <= until ? value : undefined;
}

/** A meeting's deadline in weekdays: for a meeting on a Wednesday, the weekday (1–5) and the weeks after. */
export function deadlineAfterWednesday(workingDays: number): { readonly weekday: number; readonly weeks: number } {
  const day = 2 + workingDays;
  return { weekday: (day % 5) + 1, weeks: Math.floor(day / 5) };
}

import type { DigestContent, DigestNeed } from '../contract/index.js';

// A digest of a service unit leader, as in the picture of the mail.

export const SCHOOL = '974552876';
export const KINDERGARTEN = '974777630';
export const PPT = '018f0c5e-0000-7000-8000-000000000a01';
export const NURSES = '018f0c5e-0000-7000-8000-000000000a02';
const OWNER = '018f0c5e-0000-7000-8000-000000000b01';
const action = (n: number) => `018f0c5e-0000-7000-8000-00000000010${n}`;

const need = (kind: DigestNeed['kind'], changes: Partial<Record<keyof DigestNeed, unknown>>): DigestNeed =>
  ({
    kind,
    subjectId: action(1),
    unitIds: [SCHOOL],
    serviceIds: [],
    ownerId: null,
    month: null,
    countedFrom: '2026-10-16',
    age: 21,
    ...changes,
  }) as DigestNeed;

const line = (serviceId: string | null, numbers: readonly [number, number, number, number, number]) => {
  const [started, ended, open, overdue, overdueBefore] = numbers;
  return { serviceId, started, ended, open, overdue, overdueBefore };
};

/** The content of a digest; ids and names are invented. */
export const digestContent = (changes: Partial<Record<keyof DigestContent, unknown>> = {}): DigestContent =>
  ({
    week: '2026-W47',
    on: '2026-11-16',
    asOf: '2026-11-16T06:00:00.000Z',
    isLate: false,
    language: 'nb',
    template: 5,
    origin: 'https://samspill.example',
    municipality: { name: 'Fjordvik kommune', isDemo: true },
    roles: ['service-unit-leader'],
    vacant: [],
    reach: { unitIds: null, serviceIds: [PPT, NURSES] },
    needs: [
      need('service-absent', { subjectId: `${PPT}/${SCHOOL}`, serviceIds: [PPT], countedFrom: '2026-11-11', age: 3 }),
      need('overdue', { ownerId: OWNER }),
      need('overdue', {
        ownerId: OWNER,
        subjectId: action(2),
        unitIds: [KINDERGARTEN],
        countedFrom: '2026-10-23',
        age: 16,
      }),
    ],
    needsCount: 3,
    news: [
      {
        newsId: `meeting/${action(5)}`,
        what: 'moved',
        unitIds: [KINDERGARTEN],
        meetings: 1,
        before: { on: '2026-11-24', startsAt: '12:30' },
        after: { on: '2026-11-26', startsAt: '09:00' },
      },
    ],
    newsCount: 1,
    meetings: {
      month: '2026-11',
      met: { count: 17, of: 29 },
      metLastYear: { count: 16, of: 29 },
      heldLastWeek: 9,
      plannedThisWeek: 8,
      unplanned: [{ unitId: KINDERGARTEN, workingDaysLeft: 9 }],
    },
    protocols: {
      month: '2026-11',
      inTime: { count: 7, of: 8 },
      missing: [{ meetingId: action(6), unitIds: [KINDERGARTEN], workingDays: 8 }],
    },
    actions: {
      services: [line(NURSES, [2, 5, 24, 6, 7]), line(PPT, [4, 3, 31, 9, 7])],
      all: line(null, [6, 8, 55, 15, 14]),
    },
    early: null,
    good: { unitsOnTrack: [SCHOOL], completedInTime: [{ serviceId: NURSES, count: 2 }] },
    names: {
      [SCHOOL]: 'Lyngneset skole',
      [KINDERGARTEN]: 'Skutevika barnehage',
      [PPT]: 'PPT',
      [NURSES]: 'Helsestasjon og skolehelsetjeneste',
      [OWNER]: 'Piotr Bråten',
    },
    ...changes,
  }) as DigestContent;

/** Early intervention, as the first digest of a month has it. */
export const early = (changes: Partial<Record<keyof NonNullable<DigestContent['early']>, unknown>> = {}) => ({
  period: '2025-2026',
  knownOn: '2026-08-30',
  mattersUnderTen: { count: 41, of: 66 },
  resourcesUnderTen: 53.7,
  ...changes,
});

/** Nothing needs the reader. */
export const allIsWell = (changes: Partial<Record<keyof DigestContent, unknown>> = {}): DigestContent =>
  digestContent({
    week: '2026-W49',
    on: '2026-11-30',
    asOf: '2026-11-30T06:00:00.000Z',
    needs: [],
    needsCount: 0,
    news: [],
    newsCount: 0,
    ...changes,
  });

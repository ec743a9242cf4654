import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SchoolYear, type CalendarDate } from '#platform/kernel';
import { DEFAULT_SETTINGS, type HeldRole, type PersonDto, type ServiceDto, type UnitDto } from '#registry/contract';
import {
  isStepDone,
  readinessOf,
  READINESS_STEPS,
  yearToPrepare,
  type ReadinessFacts,
  type ReadinessStep,
} from './readiness.js';

const day = (text: string) => text as CalendarDate;
const today = day('2026-08-10');
const [school, kindergarten] = ['974552876', '974557746'];
const ppt = 'ppt';

const unit = (unitId: string, changes: Partial<UnitDto> = {}): UnitDto => ({
  unitId,
  name: unitId === school ? 'Lia skole' : 'Tussilago barnehage',
  kind: unitId === school ? 'school' : 'kindergarten',
  ownership: 'public',
  children: null,
  area: null,
  obligations: [{ from: day('2026-08-01'), obliged: true, reason: null }],
  hosts: [],
  closures: [],
  services: [{ serviceId: ppt, contactId: null, mustAttend: true }],
  standing: [{ personId: 'head', deputyId: null }],
  ...changes,
});
const service: ServiceDto = {
  serviceId: ppt,
  name: 'PPT',
  kind: 'ppt',
  serviceUnitId: null,
  meetingsPerWeek: null,
  closures: [],
};
const person = (role: HeldRole['role'], at: Partial<HeldRole>): PersonDto => ({
  personId: `${role} ${at.unitId ?? at.serviceId}`,
  name: 'Kari Lie',
  email: null,
  phone: null,
  title: null,
  roles: [
    {
      roleId: 'role',
      role,
      unitId: null,
      serviceId: null,
      serviceUnitId: null,
      from: day('2026-08-01'),
      to: null,
      ...at,
    },
  ],
});
const leads = (unitId: string, to: CalendarDate | null = null) => person('unit-leader', { unitId, to });
const calendar = (kind: 'school' | 'kindergarten', schoolYear = 2026) => ({
  kind,
  schoolYear: SchoolYear.parse(schoolYear),
  firstDay: day(`${schoolYear}-08-17`),
  lastDay: day(`${schoolYear + 1}-06-18`),
  closed: [],
});

const nothing: ReadinessFacts = {
  today,
  confirmed: [],
  units: [],
  services: [],
  people: [],
  schoolYear: SchoolYear.parse(2026),
  calendars: [],
  unitsToPlan: new Set(),
  plannedUnits: new Set(),
};
const everything: ReadinessFacts = {
  today,
  confirmed: ['settings', 'details'],
  units: [unit(school), unit(kindergarten)],
  services: [service],
  people: [leads(school), leads(kindergarten), person('service-member', { serviceId: ppt })],
  schoolYear: SchoolYear.parse(2026),
  calendars: [calendar('school'), calendar('kindergarten')],
  unitsToPlan: new Set([school, kindergarten]),
  plannedUnits: new Set([school, kindergarten]),
};
const lacking = (changes: Partial<ReadinessFacts>) => {
  const steps = readinessOf({ ...everything, ...changes });
  return Object.fromEntries(
    steps
      .filter((step) => !isStepDone(step))
      .map(({ step, missing, of, waitsFor }) => [step, waitsFor ?? [missing, of]]),
  );
};
const named = (step: ReadinessStep, changes: Partial<ReadinessFacts>) =>
  readinessOf({ ...everything, ...changes })
    .find((it) => it.step === step)!
    .lacking.map(({ name }) => name);

describe('what a municipality lacks', () => {
  test('is every step in order, when there is nothing yet; some wait for units or services', () => {
    const steps = readinessOf(nothing);
    expect(steps.map(({ step }) => step)).toEqual([...READINESS_STEPS]);
    expect(Object.fromEntries(steps.map(({ step, missing, waitsFor }) => [step, waitsFor ?? missing]))).toEqual({
      details: 1,
      units: 1,
      services: 1,
      leaders: 'units',
      'service-people': 'services',
      standing: 'units',
      serving: 'units',
      calendar: 'units',
      settings: 1,
      plan: 'units',
    });
  });

  test('is nothing, when everything is there', () => {
    expect(lacking({})).toEqual({});
  });

  test('is what nobody has looked at', () => {
    expect(lacking({ confirmed: ['settings'] })).toEqual({ details: [1, 1] });
    expect(lacking({ confirmed: ['details'] })).toEqual({ settings: [1, 1] });
  });

  test('is a leader at each unit that must meet, today or later; roles that have ended do not count', () => {
    expect(named('leaders', { people: [leads(school)] })).toEqual(['Tussilago barnehage']);
    expect(lacking({ people: [...everything.people.slice(1), leads(school, day('2026-08-09'))] })).toEqual({
      leaders: [1, 2],
    });
    expect(lacking({ people: [...everything.people.slice(1), leads(school, today)] })).toEqual({});
    const later = person('unit-leader', { unitId: school, from: day('2026-09-01') });
    expect(lacking({ people: [...everything.people.slice(1), later] })).toEqual({});
  });

  test('is somebody in each service', () => {
    expect(named('service-people', { people: everything.people.slice(0, 2) })).toEqual(['PPT']);
  });

  test('is participants and services of each unit with meetings of its own', () => {
    const alone = unit(kindergarten, { standing: [], services: [] });
    expect(lacking({ units: [unit(school), alone] })).toEqual({ standing: [1, 2], serving: [1, 2] });
    const guest = { ...alone, hosts: [{ from: day('2026-08-01'), hostUnitId: school }] };
    expect(lacking({ units: [unit(school), guest] })).toEqual({});
  });

  test('is nothing at a unit that need not meet, or is closed', () => {
    const bare = { standing: [], services: [] };
    const exempt = { obligations: [{ from: day('2026-08-01'), obliged: false, reason: 'Åpen barnehage' }] };
    expect(lacking({ units: [unit(school), unit(kindergarten, { ...bare, ...exempt })] })).toEqual({});
    const closed = { closures: [{ lastDay: day('2026-06-30'), reopens: null, reason: 'Lagt ned' }] };
    expect(lacking({ units: [unit(school), unit(kindergarten, { ...bare, ...closed })] })).toEqual({});
  });

  test('is what a unit that opens later needs', () => {
    const later = unit(kindergarten, {
      obligations: [{ from: day('2026-10-01'), obliged: true, reason: null }],
      standing: [],
    });
    expect(lacking({ units: [unit(school), later] })).toEqual({ standing: [1, 2] });
  });

  test('is the school calendar of the year for each kind of unit that there is', () => {
    expect(lacking({ calendars: [calendar('school'), calendar('kindergarten', 2025)] })).toEqual({ calendar: [1, 2] });
    expect(lacking({ units: [unit(school)], calendars: [calendar('school')] })).toEqual({});
  });

  test('is a meeting in the year for each unit with months to plan', () => {
    expect(named('plan', { plannedUnits: new Set([school]) })).toEqual(['Tussilago barnehage']);
    expect(lacking({ plannedUnits: new Set([school]), unitsToPlan: new Set([school]) })).toEqual({});
  });

  test('is never more than there is, and places are named exactly where something is missing', () => {
    const of = <T>(...values: readonly T[]) => fc.subarray([...values]);
    const bare = unit(school, { standing: [], services: [] });
    fc.assert(
      fc.property(
        fc.record({
          confirmed: of('details' as const, 'settings' as const),
          units: of(unit(school), unit(kindergarten), { ...bare, unitId: '974552884' }),
          services: of(service),
          people: of(...everything.people),
          calendars: of(...everything.calendars),
          plannedUnits: of(school, kindergarten).map((ids) => new Set(ids)),
        }),
        (some) => {
          for (const step of readinessOf({ ...everything, ...some })) {
            expect(step.missing).toBeLessThanOrEqual(step.of);
            expect(step.lacking.length === 0 || step.lacking.length === step.missing).toBe(true);
            expect(step.waitsFor !== null && step.missing > 0).toBe(false);
          }
        },
      ),
      { seed: 15, numRuns: 300 },
    );
  });
});

describe('the year that is prepared', () => {
  test.each([
    ['2026-08-01', 2026],
    ['2026-11-30', 2026],
    ['2027-05-31', 2026],
    ['2027-06-01', 2027],
    ['2027-07-31', 2027],
  ])('on %s is %i', (on, year) => {
    expect(yearToPrepare(day(on), DEFAULT_SETTINGS)).toBe(year);
  });
});

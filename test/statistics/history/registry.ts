import { addDays, addMonths, firstDayOf, monthOf, schoolYearOf, type CalendarDate } from '#platform/kernel';
import { MonthExempted } from '#meetings/contract';
import { DEFAULT_SETTINGS } from '#registry/contract';
import { BEGINS, ENDS, SCHOOLS, SERVICES, TENANT, UNITS, type Story } from './story.js';

/** The municipality with school calendars and settings that change. */
export function tellMunicipality(story: Story): void {
  const { random } = story;
  const stream = `municipality-${TENANT}`;
  story.tell(stream, BEGINS, {
    type: 'registry.MunicipalityRegistered',
    data: { name: 'Her', languageForm: 'nb', demo: true, number: TENANT, settings: DEFAULT_SETTINGS },
  });
  for (const schoolYear of [2023, 2024, 2025]) {
    if (!random.chance(0.7)) continue;
    const firstDay = `${schoolYear}-08-${random.between(14, 20)}`;
    const lastDay = `${schoolYear + 1}-06-${random.between(17, 24)}`;
    const closed = [
      { from: `${schoolYear}-10-02`, to: `${schoolYear}-10-06`, reason: 'høstferie' },
      { from: `${schoolYear}-12-22`, to: `${schoolYear + 1}-01-02`, reason: 'jul' },
    ];
    const kind = random.pick(['school', 'kindergarten']);
    story.tell(stream, addDays(`${schoolYear}-08-05` as CalendarDate, random.between(0, 200)), {
      type: 'registry.SchoolCalendarSet',
      data: { schoolYear, kind, firstDay, lastDay, closed },
    });
  }
  let day = BEGINS;
  for (;;) {
    day = addDays(day, random.between(90, 300));
    if (day > ENDS) break;
    const months = random.chance(0.5) ? DEFAULT_SETTINGS.mandatoryMonths.school : [9, 10, 11, 1, 2, 3, 4, 5];
    story.tell(stream, day, {
      type: 'registry.SettingsChanged',
      data: {
        settings: {
          ...DEFAULT_SETTINGS,
          filingWorkingDays: random.between(2, 12),
          effectJudgedWithinDays: random.between(20, 90),
          mandatoryMonths: { school: months, kindergarten: DEFAULT_SETTINGS.mandatoryMonths.kindergarten },
        },
      },
    });
  }
}

/** A unit with duties, hosts, closures, an obligation that changes, and exemptions that are withdrawn. */
export function tellUnit(story: Story, unitId: string): void {
  const { random } = story;
  const stream = `unit-${unitId}`;
  const details = {
    name: unitId,
    kind: (SCHOOLS as readonly string[]).includes(unitId) ? 'school' : 'kindergarten',
    ownership: 'public',
    children: 100,
    area: random.pick(['Nord', 'Sør', null]),
  };
  const begins = addDays(BEGINS, random.chance(0.8) ? 1 : random.between(30, 300));
  story.tell(stream, begins, {
    type: 'registry.UnitRegistered',
    data: { unitId, ...details, obligation: { obliged: random.chance(0.85), reason: null }, from: begins },
  });
  let day = begins;
  let isClosed = false;
  for (;;) {
    day = addDays(day, random.between(10, 150));
    if (day > ENDS) break;
    const around = (least: number, most: number) => addDays(day, random.between(least, most));
    switch (random.between(0, 6)) {
      case 0:
        story.tell(stream, day, {
          type: 'registry.UnitDetailsChanged',
          data: { ...details, children: random.between(5, 200) },
        });
        break;
      case 1:
        story.tell(stream, day, {
          type: 'registry.UnitObligationChanged',
          data: { obliged: random.chance(0.7), reason: null, from: around(-60, 60) },
        });
        break;
      case 2: {
        const hostUnitId = random.pick([null, ...UNITS.filter((other) => other !== unitId)]);
        story.tell(stream, day, {
          type: 'registry.JointMeetingPlaceSet',
          data: { hostUnitId, from: around(-40, 40) },
        });
        break;
      }
      case 3:
        if (isClosed) {
          story.tell(stream, day, { type: 'registry.UnitReopened', data: { on: around(2, 20) } });
        } else {
          const on = around(0, 10);
          story.tell(stream, day, { type: 'registry.UnitClosed', data: { on, reason: 'ombygging' } });
        }
        isClosed = !isClosed;
        break;
      case 4:
        if (isClosed) story.tell(stream, day, { type: 'registry.UnitClosureWithdrawn', data: {} });
        isClosed = false;
        break;
      default: {
        const serviceId = random.pick(SERVICES);
        const mustAttend = random.chance(0.7);
        story.tell(
          stream,
          day,
          random.chance(0.8)
            ? { type: 'registry.ServiceAssigned', data: { serviceId, contactId: null, mustAttend } }
            : { type: 'registry.ServiceUnassigned', data: { serviceId } },
        );
      }
    }
  }
  for (let month = monthOf(BEGINS); month <= monthOf(ENDS); month = addMonths(month, 1)) {
    if (!random.chance(0.12)) continue;
    const data = { unitId, schoolYear: schoolYearOf(month), month, reason: 'flytting' } as never;
    const years = `schoolyear-${unitId}.${schoolYearOf(month)}`;
    const given = story.tell(years, addDays(firstDayOf(month), random.between(0, 60)), MonthExempted(data));
    if (random.chance(0.35))
      story.tell(years, addDays(given, random.between(1, 90)), { type: 'meetings.ExemptionWithdrawn', data });
  }
}

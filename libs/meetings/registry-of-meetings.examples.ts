import type { Role } from '#platform/identity';
import { MunicipalityNumber, type CalendarDate, type DomainEvent } from '#platform/kernel';
import {
  DEFAULT_SETTINGS,
  Directory,
  MunicipalityRegistered,
  numbersAndNamesOf,
  type PersonDto,
  type UnitDto,
} from '#registry/contract';
import { unitAsEvents } from '../../test/facts-under-test.js';
import { adviser, head, otherUnitId, ppt, unitId } from './domain/meeting/meeting.examples.js';

// A registry of four units and two people, as a directory and as events.

export const MUNICIPALITY = MunicipalityNumber.parse('9901');
const day = (text: string) => text as CalendarDate;
const unit = (id: string, name: string, changes: Partial<UnitDto> = {}): UnitDto => ({
  unitId: id,
  name,
  kind: 'school',
  ownership: 'public',
  children: 12,
  area: 'nord',
  obligations: [{ from: day('2024-08-01'), obliged: true, reason: null }],
  hosts: [],
  closures: [],
  services: [{ serviceId: ppt, contactId: adviser, mustAttend: true }],
  standing: [
    { personId: head, deputyId: null },
    { personId: adviser, deputyId: null },
  ],
  ...changes,
});
const person = (
  personId: string,
  name: string,
  role: Role,
  at: { unitId?: string; serviceId?: string },
): PersonDto => ({
  personId,
  name,
  email: null,
  phone: null,
  title: null,
  roles: [
    {
      roleId: personId,
      role,
      unitId: at.unitId ?? null,
      serviceId: at.serviceId ?? null,
      serviceUnitId: null,
      from: day('2024-08-01'),
      to: null,
    },
  ],
});

/** Joins the meetings of `unitId`. */
export const guestUnitId = '974552884';
/** Is not obliged to meet. */
export const freeUnitId = '974552892';

const UNITS: readonly UnitDto[] = [
  unit(unitId, 'Nordlia skole'),
  unit(otherUnitId, 'Sørlia skole', { standing: [] }),
  unit(guestUnitId, 'Nordlia barnehage', { hosts: [{ from: day('2024-08-01'), hostUnitId: unitId }], standing: [] }),
  unit(freeUnitId, 'Åpen barnehage', {
    obligations: [{ from: day('2024-08-01'), obliged: false, reason: 'Åpen barnehage' }],
    standing: [],
  }),
];

export class ExampleDirectory extends Directory {
  private readonly staff = [
    person(head, 'Rektor Eksempel', 'unit-leader', { unitId }),
    person(adviser, 'Rådgiver Eksempel', 'service-member', { serviceId: ppt }),
  ];
  municipality = () =>
    Promise.resolve({
      id: MUNICIPALITY,
      kind: 'municipality' as const,
      ...numbersAndNamesOf(MUNICIPALITY, 'Eksempel'),
      languageForm: 'nb' as const,
      demo: true,
      settings: DEFAULT_SETTINGS,
      confirmed: [],
      formed: null,
    });
  units = () => Promise.resolve(UNITS);
  unit = (_: string, id: string) => Promise.resolve(UNITS.find((it) => it.unitId === id));
  services = () => Promise.resolve([]);
  serviceUnits = () => Promise.resolve([]);
  people = (_: string, ids?: readonly string[]) =>
    Promise.resolve(this.staff.filter(({ personId }) => ids === undefined || ids.includes(personId)));
  peopleOfSubstitutions = () => Promise.resolve([]);
  calendar = () => Promise.resolve(undefined);
  calendars = () => Promise.resolve([]);
}

/** The municipality and the units as events, by stream. */
export const registryEvents = (): readonly (readonly [string, readonly [DomainEvent, ...DomainEvent[]]])[] => [
  [
    `municipality-${MUNICIPALITY}`,
    [
      MunicipalityRegistered({
        name: 'Eksempel',
        languageForm: 'nb',
        demo: true,
        number: MUNICIPALITY,
        settings: DEFAULT_SETTINGS,
      }),
    ],
  ],
  ...UNITS.map((it) => [`unit-${it.unitId}`, unitAsEvents(it)] as const),
];

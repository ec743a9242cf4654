import { type CalendarDate, type PersonId, type ServiceId, type ServiceUnitId, type UnitId } from '#platform/kernel';
import { freeDaysOf, isHeld, type SchoolCalendarDto, type UnitKind } from '#registry/contract';
import { isPublicHoliday } from '#platform/holidays';
import { calendarOf } from './calendar.js';
import { stableId, type IsFree, type SchoolYear } from '#platform/kernel';
import { SERVICES, type DemoOrganisation, type DemoPerson, type DemoUnit, type ServiceKey } from './organisation.js';

/** A meeting participant and the capacity. */
export interface Seat {
  readonly personId: PersonId;
  readonly role: 'unit-leader' | 'meeting-chair' | 'teacher' | 'service-member';
  readonly unitId: UnitId | null;
  readonly serviceId: ServiceId | null;
  readonly mustAttend: boolean;
}

/** People and their roles on a day: the handlers would query the registry, the demo knows them beforehand. */
export class Roster {
  protected readonly people: ReadonlyMap<string, DemoPerson>;
  protected readonly byId: ReadonlyMap<string, DemoPerson>;
  protected readonly free: Readonly<Record<UnitKind, IsFree>>;

  constructor(
    protected readonly seed: number,
    readonly organisation: DemoOrganisation,
    readonly schoolYears: readonly number[],
  ) {
    this.people = new Map(organisation.people.map((person) => [person.key, person]));
    this.byId = new Map(organisation.people.map((person) => [this.personId(person.key), person]));
    const calendars = schoolYears.flatMap((year) =>
      (['school', 'kindergarten'] as const).map((kind): SchoolCalendarDto => ({
        schoolYear: year as SchoolYear,
        kind,
        ...calendarOf(year, kind),
      })),
    );
    const free = (kind: UnitKind) => freeDaysOf(kind, calendars, isPublicHoliday);
    this.free = { school: free('school'), kindergarten: free('kindergarten') };
  }

  personId = (key: string): PersonId => stableId('demo', this.seed, 'person', key) as PersonId;
  serviceId = (service: ServiceKey): ServiceId => stableId('demo', this.seed, 'service', service) as ServiceId;
  get serviceIds(): ServiceId[] {
    return Object.keys(SERVICES).map((service) => this.serviceId(service as ServiceKey));
  }
  readonly serviceUnitId: ServiceUnitId = stableId('demo', this.seed, 'service-unit', 'bfe') as ServiceUnitId;

  isFree(unit: DemoUnit): IsFree {
    return this.free[unit.kind];
  }

  leaderOf(unit: DemoUnit, on: CalendarDate): PersonId {
    const leaders = this.organisation.cast.leaders.get(unit.id)!;
    return this.personId(leaders.findLast(({ from }) => from <= on)?.key ?? leaders[0]!.key);
  }

  /** Chair and secretary of the meeting: the chair named by the unit, otherwise its leader. */
  chairOf(unit: DemoUnit, on: CalendarDate): PersonId {
    const { chair } = this.colleaguesAt(unit, on);
    return chair === undefined ? this.leaderOf(unit, on) : this.personId(chair);
  }

  get coordinator(): PersonId {
    return this.personId(this.organisation.cast.coordinator);
  }

  /** Services of the unit on the day. */
  servicesOf(unit: DemoUnit, _on: CalendarDate): readonly { service: ServiceKey; mustAttend: boolean }[] {
    return unit.services;
  }

  /** Meeting chair and teachers of the unit on the day, besides its leader. */
  protected colleaguesAt(unit: DemoUnit, _on: CalendarDate): { chair?: string; teachers: readonly string[] } {
    const { chairs, teachers } = this.organisation.cast;
    const chair = chairs.get(unit.id);
    return { ...(chair !== undefined && { chair }), teachers: teachers.get(unit.id) ?? [] };
  }

  /** The service's contact at the unit on the day; a person who has left since was the contact of every third unit. */
  contactOf(unit: DemoUnit, service: ServiceKey, on: CalendarDate): PersonId {
    const index = this.organisation.units.indexOf(unit);
    const leaver = this.organisation.cast.leavers.find((left) => left.service === service && on <= left.lastDay);
    const contact = unit.services.find((serves) => serves.service === service)!.contact;
    return this.personId(leaver && index % 3 === 0 ? leaver.key : contact);
  }

  /** A colleague in the same service, or at the same unit: for handovers and deputies. */
  colleagueOf(
    personId: PersonId,
    unit: DemoUnit,
    on: CalendarDate,
  ): { personId: PersonId; serviceId: ServiceId | null } {
    const person = this.byId.get(personId)!;
    const service = person.roles.find((role) => role.service)?.service;
    if (service !== undefined) {
      const staff = this.organisation.cast.staff[service].filter((key) => key !== person.key);
      return {
        personId: this.personId(staff[this.organisation.units.indexOf(unit) % staff.length]!),
        serviceId: this.serviceId(service),
      };
    }
    const leader = this.leaderOf(unit, on);
    return leader === personId
      ? { personId: this.contactOf(unit, 'ppt', on), serviceId: this.serviceId('ppt') }
      : { personId: leader, serviceId: null };
  }

  /** All participants of the unit's meeting on the day. */
  seatsOf(unit: DemoUnit, on: CalendarDate): readonly Seat[] {
    const { chair, teachers } = this.colleaguesAt(unit, on);
    const atUnit = (personId: PersonId, role: Seat['role']): Seat => ({
      personId,
      role,
      unitId: unit.id as UnitId,
      serviceId: null,
      mustAttend: role === 'unit-leader',
    });
    return [
      atUnit(this.leaderOf(unit, on), 'unit-leader'),
      ...(chair === undefined ? [] : [atUnit(this.personId(chair), 'meeting-chair')]),
      ...teachers.map((key) => atUnit(this.personId(key), 'teacher')),
      ...this.servicesOf(unit, on).map(({ service, mustAttend }): Seat => ({
        personId: this.contactOf(unit, service, on),
        role: 'service-member',
        unitId: null,
        serviceId: this.serviceId(service),
        mustAttend,
      })),
    ];
  }

  isActive(personId: string, on: CalendarDate): boolean {
    return this.rolesOn(personId, on).length > 0;
  }

  /** A person as the filing rules need them, on the day of the meeting. */
  onTheDay(personId: string, on: CalendarDate) {
    const roles = this.rolesOn(personId, on);
    return {
      personId,
      active: roles.length > 0,
      unitIds: roles.flatMap((role) => role.unit ?? []),
      serviceIds: roles.flatMap((role) => (role.service === undefined ? [] : [this.serviceId(role.service)])),
    };
  }

  private rolesOn(personId: string, on: CalendarDate) {
    const person = this.byId.get(personId);
    return person?.roles.filter((role) => isHeld(role, on)) ?? [];
  }

  /** People that `samspill start` proposes for sign-in. */
  person(key: string): DemoPerson {
    return this.people.get(key)!;
  }
}

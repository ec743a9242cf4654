import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type CalendarDate, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import {
  isActive,
  type MunicipalityEvent,
  type PersonEvent,
  type ServiceEvent,
  type ServiceUnitEvent,
  type UnitEvent,
} from '../contract/index.js';
import type { MunicipalityCommand } from '../domain/municipality/municipality.commands.js';
import { municipality, type MunicipalityRule } from '../domain/municipality/municipality.decider.js';
import type { Municipality } from '../domain/municipality/municipality.state.js';
import type { PersonCommand } from '../domain/person/person.commands.js';
import { person, type PersonRule } from '../domain/person/person.decider.js';
import type { Person } from '../domain/person/person.state.js';
import type { ServiceCommand } from '../domain/service/service.commands.js';
import { service, type ServiceRule } from '../domain/service/service.decider.js';
import type { Service } from '../domain/service/service.state.js';
import type { ServiceUnitCommand } from '../domain/service-unit/service-unit.commands.js';
import { serviceUnit, type ServiceUnitRule } from '../domain/service-unit/service-unit.decider.js';
import type { ServiceUnit } from '../domain/service-unit/service-unit.state.js';
import type { UnitCommand } from '../domain/unit/unit.commands.js';
import { unit, type UnitRule } from '../domain/unit/unit.decider.js';
import type { Unit } from '../domain/unit/unit.state.js';

/** `municipality-<number>`. */
@Injectable()
export class MunicipalityStreams extends Streams<
  Municipality,
  MunicipalityCommand,
  MunicipalityEvent,
  MunicipalityRule
> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('municipality', municipality, store, catalog, clock);
  }

  async isRegistered(number: string): Promise<boolean> {
    return (await this.load(number, number)).state.status === 'registered';
  }
}

/** `unit-<organisation number>`: the number is unique in the installation. */
@Injectable()
export class UnitStreams extends Streams<Unit, UnitCommand, UnitEvent, UnitRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('unit', unit, store, catalog, clock);
  }

  async isOpen(unitId: string, of: string): Promise<boolean> {
    return (await this.load(unitId, of)).state.status === 'open';
  }
}

/** `service-<id>`. */
@Injectable()
export class ServiceStreams extends Streams<Service, ServiceCommand, ServiceEvent, ServiceRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('service', service, store, catalog, clock);
  }

  async isOpen(serviceId: string, of: string): Promise<boolean> {
    return (await this.load(serviceId, of)).state.status === 'open';
  }
}

/** `serviceunit-<id>`. */
@Injectable()
export class ServiceUnitStreams extends Streams<ServiceUnit, ServiceUnitCommand, ServiceUnitEvent, ServiceUnitRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('serviceunit', serviceUnit, store, catalog, clock);
  }

  async isOpen(serviceUnitId: string, of: string): Promise<boolean> {
    return (await this.load(serviceUnitId, of)).state.status === 'open';
  }
}

/** `person-<id>`. */
@Injectable()
export class PersonStreams extends Streams<Person, PersonCommand, PersonEvent, PersonRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('person', person, store, catalog, clock);
  }

  /** Those of the people who hold a role on the day. */
  async activeOn(day: CalendarDate, ids: Iterable<string>, of: string): Promise<ReadonlySet<string>> {
    const asked = [...new Set(ids)];
    const people = await Promise.all(asked.map(async (id) => ({ id, state: (await this.load(id, of)).state })));
    const active = people.filter(({ state }) => state.status === 'registered' && isActive(state, day));
    return new Set(active.map(({ id }) => id));
  }
}

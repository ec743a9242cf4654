import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, dayOf, type CalendarDate, type Clock, type Decider, type DomainEvent } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import {
  isActive,
  isClosedOn,
  type Closures,
  type CoordinatorsEvent,
  type MunicipalityEvent,
  type PersonEvent,
  type ServiceEvent,
  type ServiceUnitEvent,
  type UnitEvent,
} from '../contract/index.js';
import type { CoordinatorsCommand } from '../domain/coordinators/coordinators.commands.js';
import { coordinators, type CoordinatorsRule } from '../domain/coordinators/coordinators.decider.js';
import type { Coordinators } from '../domain/coordinators/coordinators.state.js';
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
import { withToday, type Dated } from '../domain/dated-commands.js';

type MayBeClosed =
  { readonly status: 'not-registered' } | { readonly status: 'registered'; readonly closures: Closures };

/** Streams of aggregates that can be closed: their commands are decided on the clock's current day. */
abstract class ClosableStreams<
  State extends MayBeClosed,
  Command extends object,
  Event extends DomainEvent,
  Rule extends string,
> extends Streams<State, Command, Event, Rule> {
  constructor(
    category: string,
    decider: Decider<State, Dated<Command>, Event, Rule>,
    store: EventStore,
    catalog: EventCatalog,
    private readonly time: Clock,
  ) {
    super(
      category,
      withToday<State, Command, Event, Rule>(decider, () => dayOf(time.now())),
      store,
      catalog,
      time,
    );
  }

  /** True when registered, and not closed on the day; today by default. */
  async isOpenOn(id: string, of: string, day: CalendarDate = dayOf(this.time.now())): Promise<boolean> {
    const { state } = await this.load(id, of);
    return state.status === 'registered' && !isClosedOn(state.closures, day);
  }
}

/** `municipality-<id of the tenant>`: its first number. */
@Injectable()
export class MunicipalityStreams extends Streams<
  Municipality,
  MunicipalityCommand,
  MunicipalityEvent,
  MunicipalityRule
> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super(
      'municipality',
      withToday<Municipality, MunicipalityCommand, MunicipalityEvent, MunicipalityRule>(municipality, () =>
        dayOf(clock.now()),
      ),
      store,
      catalog,
      clock,
    );
  }

  async isRegistered(id: string): Promise<boolean> {
    return (await this.load(id, id)).state.status === 'registered';
  }
}

/** `unit-<organisation number>`: the number is unique in the installation. */
@Injectable()
export class UnitStreams extends ClosableStreams<Unit, UnitCommand, UnitEvent, UnitRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('unit', unit, store, catalog, clock);
  }
}

/** `service-<id>`. */
@Injectable()
export class ServiceStreams extends ClosableStreams<Service, ServiceCommand, ServiceEvent, ServiceRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('service', service, store, catalog, clock);
  }
}

/** `serviceunit-<id>`. */
@Injectable()
export class ServiceUnitStreams extends ClosableStreams<
  ServiceUnit,
  ServiceUnitCommand,
  ServiceUnitEvent,
  ServiceUnitRule
> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('serviceunit', serviceUnit, store, catalog, clock);
  }
}

/** `person-<id>`. */
@Injectable()
export class PersonStreams extends Streams<Person, PersonCommand, PersonEvent, PersonRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('person', person, store, catalog, clock);
  }

  /** The people who hold a role on the day. */
  async activeOn(day: CalendarDate, ids: Iterable<string>, of: string): Promise<ReadonlySet<string>> {
    const distinct = [...new Set(ids)];
    const people = await Promise.all(distinct.map(async (id) => ({ id, state: (await this.load(id, of)).state })));
    const active = people.filter(({ state }) => state.status === 'registered' && isActive(state, day));
    return new Set(active.map(({ id }) => id));
  }
}

/** `coordinators-<number of the municipality>`. */
@Injectable()
export class CoordinatorsStreams extends Streams<
  Coordinators,
  CoordinatorsCommand,
  CoordinatorsEvent,
  CoordinatorsRule
> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('coordinators', coordinators, store, catalog, clock);
  }
}

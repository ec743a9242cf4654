import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import { ServiceAbsences } from '#meetings/contract';
import type { Everybody } from '../contract/index.js';
import { situationOn } from '../domain/situation.js';
import type { AlertCause } from '../domain/causes/alert-cause.js';
import { causesOn } from '../domain/causes/causes-on.js';
import type { RoundFacts } from '../domain/ladder/round.js';
import { AlertFactsOfDay } from '../read-models/alerts/alert-facts.js';
import type { AlertStepsRow } from '../read-models/alert-steps/alert-steps.entity.js';
import { AlertStepsReader } from '../read-models/alert-steps/alert-steps-reader.js';
import { UnitContacts } from '../read-models/unit-history/unit-contacts.js';

/** The causes of a day with the steps told about them. */
export interface RoundOfDay {
  readonly facts: RoundFacts;
  readonly causes: readonly AlertCause[];
  /** By id of the cause; absent where nothing was told. */
  readonly steps: ReadonlyMap<string, AlertStepsRow>;
}

/** Collects what the ladder needs to know on a day. */
@Injectable()
export class RoundFactsOfDay {
  constructor(
    private readonly facts: AlertFactsOfDay,
    private readonly contacts: UnitContacts,
    private readonly absences: ServiceAbsences,
    private readonly steps: AlertStepsReader,
  ) {}

  async on(tenant: string, day: CalendarDate, people?: Everybody): Promise<RoundOfDay> {
    const [facts, contacts] = await Promise.all([this.facts.on(day, tenant, people), this.contacts.last(tenant, day)]);
    const serviceIds = facts.services.map(({ serviceId }) => serviceId);
    const absences = await this.absences.inARow(tenant, day, serviceIds);
    const causes = causesOn(facts, absences, situationOn(day, facts));
    const steps = await this.steps.byId(
      tenant,
      causes.map(({ id }) => id),
    );
    return {
      facts: {
        ...facts,
        absences,
        lastContact: (unitId) => contacts.get(unitId)?.saidOn,
        stepsOf: (alertId) => steps.get(alertId)?.steps,
      },
      causes,
      steps,
    };
  }
}

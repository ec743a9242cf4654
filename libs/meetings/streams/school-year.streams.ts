import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { SchoolYearEvent } from '../contract/school-year.events.js';
import type { SchoolYearCommand } from '../domain/school-year/school-year.commands.js';
import { schoolYear, type SchoolYearRule } from '../domain/school-year/school-year.decider.js';
import type { SchoolYearPlan } from '../domain/school-year/school-year.state.js';

/** `schoolyear-<unitId>.<year>`. */
@Injectable()
export class SchoolYearStreams extends Streams<SchoolYearPlan, SchoolYearCommand, SchoolYearEvent, SchoolYearRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('schoolyear', schoolYear, store, catalog, clock);
  }
}

/** The id of a unit's school year. */
export const schoolYearId = (unitId: string, year: number): string => `${unitId}.${year}`;

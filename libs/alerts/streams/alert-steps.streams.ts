import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { AlertStepEvent } from '../contract/index.js';
import type { AlertStepsCommand } from '../domain/alert-steps/alert-steps.commands.js';
import { alertSteps, type AlertStepsRule } from '../domain/alert-steps/alert-steps.decider.js';
import type { AlertSteps } from '../domain/alert-steps/alert-steps.state.js';

/** `alert-<key>`: the steps of one alert, whose key is derived from its kind and subject (`alertKeyOf`). */
@Injectable()
export class AlertStepsStreams extends Streams<AlertSteps, AlertStepsCommand, AlertStepEvent, AlertStepsRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('alert', alertSteps, store, catalog, clock);
  }
}

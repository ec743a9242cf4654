import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { AgreementEvent } from '../contract/agreement.events.js';
import type { AgreementCommand } from '../domain/agreement/agreement.commands.js';
import { agreement, type AgreementRule } from '../domain/agreement/agreement.decider.js';
import type { Agreement } from '../domain/agreement/agreement.state.js';

/** `agreement-<unitId>.<year>`. */
@Injectable()
export class AgreementStreams extends Streams<Agreement, AgreementCommand, AgreementEvent, AgreementRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('agreement', agreement, store, catalog, clock);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { IdentityEvent } from '../contract/index.js';
import type { IdentityCommand } from '../domain/identity/identity.commands.js';
import { identity, type IdentityRule } from '../domain/identity/identity.decider.js';
import type { Identity } from '../domain/identity/identity.state.js';

/** `identity-<id>`: a keyed hash of issuer and subject. */
@Injectable()
export class IdentityStreams extends Streams<Identity, IdentityCommand, IdentityEvent, IdentityRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('identity', identity, store, catalog, clock);
  }
}

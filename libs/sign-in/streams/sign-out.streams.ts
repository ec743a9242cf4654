import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { SignOutEvent } from '../contract/index.js';
import { signOut, type SignOutPerson } from '../domain/sign-out/sign-out.decider.js';

/** `signout-<personId>`. */
@Injectable()
export class SignOutStreams extends Streams<null, SignOutPerson, SignOutEvent, never> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('signout', signOut, store, catalog, clock);
  }
}

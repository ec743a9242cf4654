import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { SignOutEvent } from '../contract/index.js';
import type { SignOutCommand } from '../domain/sign-out/sign-out.commands.js';
import { signOut } from '../domain/sign-out/sign-out.decider.js';
import type { SignOut } from '../domain/sign-out/sign-out.state.js';

/** `signout-<personId>`, and `signout-everybody`. */
@Injectable()
export class SignOutStreams extends Streams<SignOut, SignOutCommand, SignOutEvent, never> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('signout', signOut, store, catalog, clock);
  }
}

/** Id of the stream about everybody of a municipality. */
export const EVERYBODY = 'everybody';

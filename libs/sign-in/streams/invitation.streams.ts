import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { InvitationEvent } from '../contract/index.js';
import type { InvitationCommand } from '../domain/invitation/invitation.commands.js';
import { invitation, type InvitationRule } from '../domain/invitation/invitation.decider.js';
import type { Invitation } from '../domain/invitation/invitation.state.js';

/** `signininvitation-<personId>`. */
@Injectable()
export class InvitationStreams extends Streams<Invitation, InvitationCommand, InvitationEvent, InvitationRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('signininvitation', invitation, store, catalog, clock);
  }
}

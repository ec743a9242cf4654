import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { AnswersEvent } from '../contract/index.js';
import type { AnswersCommand } from '../domain/answers/answers.commands.js';
import { answers, type AnswersRule } from '../domain/answers/answers.decider.js';
import type { Answers } from '../domain/answers/answers.state.js';

/** `invitation-<meetingId>`: answers to the invitations of a meeting. */
@Injectable()
export class AnswersStreams extends Streams<Answers, AnswersCommand, AnswersEvent, AnswersRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('invitation', answers, store, catalog, clock);
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { DigestEvent, DigestWeek } from '../contract/index.js';
import type { DigestCommand } from '../domain/digest/digest.commands.js';
import { digest, type DigestRule } from '../domain/digest/digest.decider.js';
import type { DigestState } from '../domain/digest/digest.state.js';

/** `digest-<personId>.2026-W48`: the digest of a person and a week. */
@Injectable()
export class DigestStreams extends Streams<DigestState, DigestCommand, DigestEvent, DigestRule> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('digest', digest, store, catalog, clock);
  }
}

export const digestIdOf = (personId: string, week: DigestWeek): string => `${personId}.${week}`;

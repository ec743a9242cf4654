import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '#platform/kernel';
import { EVENT_STORE, EventCatalog, type EventStore } from '#platform/event-store';
import { Streams } from '#platform/streams';
import type { PreferencesEvent } from '../contract/index.js';
import type { PreferencesCommand } from '../domain/preferences/preferences.commands.js';
import { preferences, type PreferencesRule } from '../domain/preferences/preferences.decider.js';
import type { PreferencesState } from '../domain/preferences/preferences.state.js';

/** `preferences-<personId>`: a person's choices about mail. */
@Injectable()
export class PreferencesStreams extends Streams<
  PreferencesState,
  PreferencesCommand,
  PreferencesEvent,
  PreferencesRule
> {
  constructor(@Inject(EVENT_STORE) store: EventStore, catalog: EventCatalog, @Inject(CLOCK) clock: Clock) {
    super('preferences', preferences, store, catalog, clock);
  }
}

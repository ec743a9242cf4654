import type { DataSource } from 'typeorm';
import type { Context } from '#platform/composition';
import type { ReadSide } from '#platform/database';
import type { EventCatalog, EventStore } from '#platform/event-store';
import type { Clock } from '#platform/kernel';

/**
 * All that a process of Samspill stands on, opened once from the environment. Which database and which engine it is was
 * decided when it was opened; nothing below asks.
 */
export interface Installation {
  readonly contexts: readonly Context[];
  readonly clock: Clock;
  readonly events: EventStore;
  readonly catalog: EventCatalog;
  readonly dataSource: DataSource;
  readonly readSide: ReadSide;
  /** Lets go of all of it, in the reverse order. */
  close(): Promise<void>;
}

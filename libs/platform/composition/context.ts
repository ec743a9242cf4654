import type { Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';
import type { DomainEvent, RefusalTexts } from '#platform/kernel';
import type { EventGroup } from '#platform/event-store';
import type { SubjectFinder } from '#platform/http';
import type { Policy } from '#platform/policies';
import type { ReadModel } from '#platform/projections';
import type { Streams } from '#platform/streams';

/**
 * Everything a context contributes to the application. The composition root combines the contexts; no lower layer knows
 * the list of contexts.
 */
export interface Context {
  readonly name: string;
  readonly events: readonly EventGroup[];
  /** Injectable classes, one per aggregate; policies find them by stream category. */
  readonly streams: readonly Type<Streams<unknown, object, DomainEvent, string>>[];
  readonly readModels: readonly ReadModel[];
  readonly policies: readonly Policy[];
  /** Entities of its tables: read models, and the few tables that are not folded from the log. */
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly refusals: readonly RefusalTexts[];
  readonly subjects: readonly Type<SubjectFinder>[];
  /** Handlers, controllers, queries, streams and subject finders as a Nest module; platform providers are global. */
  readonly module: Type;
}

import type { Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';
import type { DomainEvent, RefusalTexts } from '#platform/kernel';
import type { EventGroup } from '#platform/event-store';
import type { SubjectFinder } from '#platform/http';
import type { Policy } from '#platform/policies';
import type { ReadModel } from '#platform/projections';
import type { Streams } from '#platform/streams';

/**
 * What a context brings into the house. The composition root puts the contexts together; nothing below it knows which
 * others there are.
 */
export interface Context {
  readonly name: string;
  readonly events: readonly EventGroup[];
  /** Injectable classes, one an aggregate; policies reach them by their category. */
  readonly streams: readonly Type<Streams<unknown, object, DomainEvent, string>>[];
  readonly readModels: readonly ReadModel[];
  readonly policies: readonly Policy[];
  /** Entities of its tables: read models, and the little that is not folded from the log. */
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly refusals: readonly RefusalTexts[];
  readonly subjects: readonly Type<SubjectFinder>[];
  /** Handlers, controllers, queries, streams and subject finders as a Nest module; platform providers are global. */
  readonly module: Type;
}

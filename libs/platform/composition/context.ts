import type { Abstract, Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';
import type { DomainEvent, RefusalTexts } from '#platform/kernel';
import type { InboundHandler, MailComposer } from '#platform/mail';
import type { EventGroup } from '#platform/event-store';
import type { SubjectFinder } from '#platform/http';
import type { SweepTask } from '#platform/jobs';
import type { Policy } from '#platform/policies';
import type { ReadModel } from '#platform/projections';
import type { Streams } from '#platform/streams';

/** An abstract class of a context's `contract/`: its methods are the queries that other contexts may call. */
export type ContractClass = Abstract<object>;

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
  /** Injectable classes: what the sweep does every minute for each municipality, in this order. */
  readonly sweepTasks?: readonly Type<SweepTask>[];
  /** Entities of its tables: read models, and the few tables that are not folded from the log. */
  readonly entities: readonly (new () => object)[];
  readonly migrations: readonly (new () => MigrationInterface)[];
  readonly refusals: readonly RefusalTexts[];
  readonly subjects: readonly Type<SubjectFinder>[];
  /** Composers of the mails that it announces, each for some kinds; its module provides them. */
  readonly mailComposers?: readonly Type<MailComposer>[];
  /** Handlers of mails that arrive for the installation; its module provides them. */
  readonly inboundMail?: readonly Type<InboundHandler>[];
  /** Contract classes of other contexts that this context injects. Its module imports those contexts' modules. */
  readonly needs: readonly ContractClass[];
  /** Its own contract classes that other contexts may inject; its module exports them. */
  readonly provides: readonly ContractClass[];
  /**
   * Handlers, controllers, queries, streams and subject finders as a Nest module. Only platform providers are global;
   * the composition adds the imports (`modulesOf`).
   */
  readonly module: Type;
}

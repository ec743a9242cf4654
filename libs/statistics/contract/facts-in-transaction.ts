import type { EntityManager } from 'typeorm';
import type { ReadSide } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import type { Indicator } from './indicator.js';
import type { KnownFacts } from './known-facts.js';
import type { Period } from './period.js';

/** Figures that are made of facts known now, or at a moment. */
export interface FiguresWanted {
  readonly indicators: readonly Indicator[];
  readonly period: Period;
  /** The day until which meetings and actions count: today, or an earlier day by what is known today. */
  readonly today: CalendarDate;
  /** The moment whose knowledge the figures are made of; left out: now. */
  readonly asOf?: Date;
}

/** The last event that what was known at a moment is made of. */
export interface Anchor {
  readonly eventId: string;
  readonly recordedAt: Date;
}

/**
 * Reads what is known now in a transaction of another context, so that its rows and the figures beside them are of one
 * moment: with `ReadSide.atOneMoment`, which is given the tables of both.
 */
export abstract class FactsInTransaction {
  /** The tables that are read. */
  abstract readonly tables: readonly (new () => object)[];

  /** The facts that the figures are made of. */
  abstract read(tables: EntityManager, tenant: string, wanted: FiguresWanted): Promise<KnownFacts>;

  /** The same in a transaction of its own, for pages that show no other rows beside the figures. */
  readAlone(readSide: ReadSide, tenant: string, wanted: FiguresWanted): Promise<KnownFacts> {
    return readSide.atOneMoment(tenant, this.tables, (tables) => this.read(tables, tenant, wanted));
  }

  /** The last event that they are made of; null where nothing is known yet. */
  abstract anchor(tables: EntityManager, tenant: string): Promise<Anchor | null>;
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FactsInTransaction, type Anchor, type FiguresWanted, type KnownFacts } from '../contract/index.js';
import { ActionFactRow } from './action-fact.js';
import { AlertFactRow } from './alert-fact.js';
import { knownFacts, spansOf } from './fact-sets.js';
import { MeetingFactRow } from './meeting-fact.js';
import { MomentRow } from './moment.js';
import { MunicipalityFactRow } from './municipality-fact.js';
import { UnitFactRow } from './unit-fact.js';
import { readSeenTables } from './seen-tables.js';

/** Later than every event. */
const LATEST = new Date('9999-12-31T00:00:00Z');

/** One query while nothing has changed, however many units there are. */
@Injectable()
export class KnownFactsInTransaction extends FactsInTransaction {
  readonly tables = [MunicipalityFactRow, UnitFactRow, MeetingFactRow, ActionFactRow, AlertFactRow, MomentRow];

  async read(tables: EntityManager, tenant: string, wanted: FiguresWanted): Promise<KnownFacts> {
    const { indicators, period, today, asOf } = wanted;
    const { facts } = await knownFacts(tables, { tenant, spans: spansOf(indicators, period, today), today, asOf });
    return facts;
  }

  async anchor(tables: EntityManager, tenant: string): Promise<Anchor | null> {
    return (await readSeenTables(tables, tenant, [], LATEST)).anchor;
  }
}

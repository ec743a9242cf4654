import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FactsInTransaction, type FiguresWanted, type KnownFacts } from '../contract/index.js';
import { ActionFactRow } from './action-fact.js';
import { knownFacts, spansOf } from './fact-sets.js';
import { MeetingFactRow } from './meeting-fact.js';
import { MunicipalityFactRow } from './municipality-fact.js';
import { UnitFactRow } from './unit-fact.js';

/** One query while nothing has changed, however many units there are. */
@Injectable()
export class KnownFactsInTransaction extends FactsInTransaction {
  readonly tables = [MunicipalityFactRow, UnitFactRow, MeetingFactRow, ActionFactRow];

  async read(tables: EntityManager, tenant: string, { indicators, period, today }: FiguresWanted): Promise<KnownFacts> {
    const { facts } = await knownFacts(tables, { tenant, spans: spansOf(indicators, period, today), today });
    return facts;
  }
}

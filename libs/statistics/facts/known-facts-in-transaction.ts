import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isPublicHoliday } from '#platform/holidays';
import { FactsInTransaction, KnownFacts, type FiguresWanted } from '../contract/index.js';
import { ActionFactRow } from './action-fact.js';
import { factSets, spansOf } from './fact-sets.js';
import { MeetingFactRow } from './meeting-fact.js';
import { MunicipalityFactRow } from './municipality-fact.js';
import { UnitFactRow } from './unit-fact.js';

/** One query while nothing has changed, however many units there are. */
@Injectable()
export class KnownFactsInTransaction extends FactsInTransaction {
  readonly tables = [MunicipalityFactRow, UnitFactRow, MeetingFactRow, ActionFactRow];

  async read(tables: EntityManager, tenant: string, { indicators, period, today }: FiguresWanted): Promise<KnownFacts> {
    const sets = await factSets(tables, tenant, spansOf(indicators, period, today));
    return new KnownFacts(today, sets, isPublicHoliday);
  }
}

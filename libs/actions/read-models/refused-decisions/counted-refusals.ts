import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { RefusedDecisions } from '../../contract/index.js';
import { RefusedDecisionRow } from './refused-decision.entity.js';

/** Answers the coordinator's start page. */
@Injectable()
export class CountedRefusals extends RefusedDecisions {
  constructor(private readonly readSide: ReadSide) {
    super();
  }

  async count(tenant: string): Promise<number> {
    const rows = await this.readSide.in(tenant, (tables) => tables.findBy(RefusedDecisionRow, { tenant }));
    return rows.reduce((sum, { refusals }) => sum + refusals.length, 0);
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dedicatedConnection, urlOf } from '#platform/database';
import type { CalendarDate } from '#platform/kernel';
import { hasNumberFrom, type NumberFrom } from '../../contract/index.js';

/** Finds tenants by their numbers across all tenants: for operators' commands only. */
@Injectable()
export class TenantsByNumber {
  constructor(private readonly source: DataSource) {}

  /** True when a tenant other than `tenant` has the number on the day or later. */
  async isTaken(number: string, from: CalendarDate, tenant: string): Promise<boolean> {
    const client = await dedicatedConnection(urlOf(this.source), 'samspill_runner');
    try {
      const { rows } = await client.query<{ numbers: readonly NumberFrom[] }>(
        'select numbers from registry_municipality where numbers @> $1::jsonb and municipality <> $2',
        [JSON.stringify([{ number }]), tenant],
      );
      return rows.some(({ numbers }) => hasNumberFrom(numbers, number, from));
    } finally {
      await client.end();
    }
  }
}

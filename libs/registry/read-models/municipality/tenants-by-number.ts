import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { dedicatedConnection, runnerUrlOf } from '#platform/database';
import type { Successor } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import { hasNumberFrom, type NumberFrom } from '../../contract/index.js';

interface Tenant {
  readonly id: string;
  readonly numbers: readonly NumberFrom[];
  readonly successor: Successor | null;
}

/**
 * Finds tenants by their numbers across all tenants, with the worker's login, which the API does not have: for operators'
 * commands only.
 */
@Injectable()
export class TenantsByNumber {
  constructor(private readonly source: DataSource) {}

  /**
   * Ids of the tenants whose number has changed, by each of their numbers, earlier and coming ones included. Numbers of
   * a merged municipality stand for its successor.
   */
  async withChangedNumber(): Promise<ReadonlyMap<string, string>> {
    const rows = await this.find('(jsonb_array_length(numbers) > 1 or successor is not null)', []);
    const successors = new Map(rows.flatMap(({ id, successor }) => (successor ? [[id, successor.tenant]] : [])));
    const today = (id: string): string => {
      const next = successors.get(id);
      return next === undefined ? id : today(next);
    };
    return new Map(rows.flatMap(({ id, numbers }) => numbers.map(({ number }) => [number, today(id)] as const)));
  }

  /** Id of the tenant that has, had or will have the number; the number itself if its own has not changed. */
  async idOf(number: string): Promise<string> {
    return (await this.withChangedNumber()).get(number) ?? number;
  }

  /** True when a tenant other than `tenant` has the number on the day or later. */
  async isTaken(number: string, from: CalendarDate, tenant: string): Promise<boolean> {
    const rows = await this.find('numbers @> $1::jsonb and tenant <> $2', [JSON.stringify([{ number }]), tenant]);
    return rows.some(({ numbers }) => hasNumberFrom(numbers, number, from));
  }

  private async find(condition: string, values: readonly string[]): Promise<readonly Tenant[]> {
    const client = await dedicatedConnection(runnerUrlOf(this.source), 'samspill_runner');
    try {
      const { rows } = await client.query<Tenant>(
        `select tenant as id, numbers, successor from registry_municipality where ${condition}`,
        [...values],
      );
      return rows;
    } finally {
      await client.end();
    }
  }
}

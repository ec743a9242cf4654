import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Request } from 'express';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Pool, QueryConfig } from 'pg';
import type { DataSource } from 'typeorm';
import { sqlStateOf } from '#platform/database';
import type { RateEnvironment } from '#platform/environment';
import type { SignedLinks } from '#platform/identity';
import type { Log } from '#platform/observability';
import { ProblemError } from '../problem.js';
import { networkOf } from './network-of.js';

const MINUTE_S = 60;
const CLEAR_EVERY_MS = 5 * MINUTE_S * 1000;
const TABLE = 'rate_limit';

/**
 * Limits of requests in a minute (ADR 0340). An address is counted in the database, for all processes together, and in this
 * process while the database is away; a person is counted in each process, as that costs no write for each request. What
 * is counted is stored under a signature, which tells of no address and no person.
 */
@Injectable()
export class RateLimits implements OnModuleInit, OnModuleDestroy {
  private readonly person: RateLimiterAbstract | undefined;
  private readonly withoutSession: RateLimiterAbstract | undefined;
  private readonly signIn: RateLimiterAbstract | undefined;
  private clearing: NodeJS.Timeout | undefined;
  private isAway = false;

  /**
   * @param shared the database of all processes; undefined to count in this process only
   * @param log is told when the database can no longer count, and when it can again
   */
  constructor(
    limits: RateEnvironment,
    private readonly links: Pick<SignedLinks, 'sign'>,
    private readonly shared?: DataSource,
    private readonly log?: Log,
  ) {
    this.person = limits.person === 0 ? undefined : new RateLimiterMemory(options('person', limits.person));
    this.withoutSession = this.ofAddress('without-session', limits.withoutSession);
    this.signIn = this.ofAddress('sign-in', limits.signIn);
  }

  /** @throws ProblemError 429 when the person has sent too many requests */
  demandPerson(tenant: string, personId: string): Promise<void> {
    return this.demand(this.person, tenant, personId);
  }

  /** @throws ProblemError 429 when too many requests without a session came from the address */
  demandWithoutSession({ ip = '' }: Pick<Request, 'ip'>): Promise<void> {
    return this.demand(this.withoutSession, networkOf(ip));
  }

  /** @throws ProblemError 429 when too many sign-ins came from the address */
  demandSignIn({ ip = '' }: Pick<Request, 'ip'>): Promise<void> {
    return this.demand(this.signIn, networkOf(ip));
  }

  /** Removes the counts of minutes that are over; several processes may do so at the same time. */
  async clear(): Promise<void> {
    await this.shared?.query(`delete from ${TABLE} where expire < extract(epoch from clock_timestamp()) * 1000`);
  }

  onModuleInit(): void {
    // Without the database nothing is removed now; the next time removes it too.
    const clear = () => void this.clear().catch(() => undefined);
    if (this.shared) this.clearing = setInterval(clear, CLEAR_EVERY_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.clearing);
  }

  private ofAddress(name: string, points: number): RateLimiterAbstract | undefined {
    if (points === 0) return undefined;
    const inMemory = new RateLimiterMemory(options(name, points));
    if (!this.shared) return inMemory;
    return new RateLimiterPostgres({
      ...options(name, points),
      storeClient: this.noting(this.shared),
      storeType: 'typeorm',
      tableName: TABLE,
      tableCreated: true,
      clearExpiredByTimeout: false,
      insuranceLimiter: inMemory,
      // An address that is refused costs the database nothing more until its minute is over.
      inMemoryBlockOnConsumed: points + 1,
    });
  }

  /**
   * The database as the library queries it. Its faults lead to counting in this process, which would otherwise be seen by
   * nobody.
   */
  private noting({ driver }: DataSource) {
    const { master } = driver as DataSource['driver'] & { readonly master: Pick<Pool, 'query'> };
    const query = async (statement: QueryConfig) => {
      try {
        const answer = await master.query(statement);
        this.note(undefined);
        return answer;
      } catch (fault) {
        this.note(fault);
        throw fault;
      }
    };
    return { driver: { master: { query } } };
  }

  /** The message of a fault may name what was counted, so only its code is logged. */
  private note(fault: unknown): void {
    const hasFailed = fault !== undefined;
    if (hasFailed === this.isAway) return;
    this.isAway = hasFailed;
    if (!hasFailed) this.log?.info('requests are counted in the database again');
    else {
      const code = sqlStateOf(fault) ?? 'no answer';
      this.log?.error({ code }, 'requests cannot be counted in the database: this process counts by itself');
    }
  }

  private async demand(limiter: RateLimiterAbstract | undefined, ...of: readonly string[]): Promise<void> {
    if (!limiter) return;
    try {
      await limiter.consume(this.links.sign('rate limit', ...of));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      const seconds = String(Math.max(1, Math.ceil(refused.msBeforeNext / 1000)));
      throw new ProblemError('too-fast', { 'Retry-After': seconds }, { seconds });
    }
  }
}

const options = (keyPrefix: string, points: number) => ({ keyPrefix, points, duration: MINUTE_S });

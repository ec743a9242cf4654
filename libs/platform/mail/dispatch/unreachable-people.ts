import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { CLOCK, type Clock } from '#platform/kernel';
import type { DispatchState } from './dispatch.js';
import { unreachableSince } from './reach.js';

/** A person whom mail does not reach. */
export interface Unreachable {
  readonly personId: string;
  readonly since: Date;
  /** `no-address`: there is none to send to. */
  readonly reason: 'undeliverable' | 'no-address';
  /** Enhanced status code of the last report, `5.1.1`. */
  readonly status: string | null;
  /** Digest of the address that could not be reached (`addressDigest`); null where there was none. */
  readonly toDigest: string | null;
}

/** Recognises an address without keeping it. */
export const addressDigest = (address: string): string =>
  createHash('sha256').update(address.toLowerCase()).digest('base64url');

/** People whom mail does not reach, by what became of their mails. */
@Injectable()
export class UnreachablePeople {
  constructor(
    private readonly readSide: ReadSide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Everybody whom mail does not reach now, those who have been so for longest first. */
  async of(tenant: string): Promise<readonly Unreachable[]> {
    const now = this.clock.now();
    const rows = await this.readSide.in(tenant, (manager) =>
      manager.query<readonly LatestOfPerson[]>(LATEST_OF_PERSONS, [tenant]),
    );
    const found = rows.flatMap((row): readonly Unreachable[] => {
      const { personId, state, dueAt, toDigest } = row;
      if (state === 'no-address')
        return [{ personId, since: dueAt, reason: 'no-address', status: null, toDigest: null }];
      const reports = row.reports.map((report) => ({ ...report, at: new Date(report.at) }));
      const accepted = row.accepted.map((at) => new Date(at));
      const since = unreachableSince(reports, accepted, now);
      const status = reports.at(-1)?.status ?? null;
      return since === null ? [] : [{ personId, since, reason: 'undeliverable', status, toDigest }];
    });
    return found.sort((a, b) => a.since.getTime() - b.since.getTime() || (a.personId < b.personId ? -1 : 1));
  }
}

interface LatestOfPerson {
  readonly personId: string;
  readonly state: DispatchState;
  readonly dueAt: Date;
  readonly toDigest: string | null;
  readonly reports: readonly {
    readonly at: string;
    readonly permanent: boolean;
    readonly final: boolean;
    readonly status: string;
  }[];
  readonly accepted: readonly string[];
}

/**
 * Of each person with reports, or without an address: the latest mail whose address is known to be there or not, the
 * reports about its address, and when mails to that address were accepted.
 */
const LATEST_OF_PERSONS = `
  with person as (
    select person_id from mail_report where tenant = $1
    union select person_id from mail_dispatch where tenant = $1 and state = 'no-address'
  )
  select latest.person_id as "personId", latest.state, latest.due_at as "dueAt",
    latest.to_digest as "toDigest",
    coalesce((select jsonb_agg(jsonb_build_object('at', reported_at, 'permanent', permanent, 'final', final,
        'status', status) order by reported_at)
      from mail_report where tenant = $1 and person_id = latest.person_id and to_digest = latest.to_digest), '[]') as reports,
    coalesce((select jsonb_agg(accepted_at order by accepted_at) from mail_dispatch
      where tenant = $1 and person_id = latest.person_id and to_digest = latest.to_digest and accepted_at is not null),
      '[]') as accepted
  from person cross join lateral (
    select person_id, state, due_at, to_digest from mail_dispatch
    where tenant = $1 and person_id = person.person_id and (to_digest is not null or state = 'no-address')
    order by due_at desc, dispatch_id limit 1) as latest`;

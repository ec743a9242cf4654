import type { PolicyPosition } from '#platform/followers';
import type { Row } from './archive-format.js';

/**
 * Places of an archive's events in PostgreSQL's log, where positions have no gaps and times never go back; those of
 * another engine may. An archive of PostgreSQL has such places already.
 */
export class LogPlaces {
  events = 0n;
  recordedAt = '';
  private readonly taken: bigint[];

  constructor(private readonly archived: readonly PolicyPosition[]) {
    this.taken = archived.map(() => 0n);
  }

  placed(row: Row): Row {
    const [position, revision, recordedAt, ...rest] = row;
    this.events += 1n;
    for (const [i, policy] of this.archived.entries())
      if (BigInt(position!) <= policy.position) this.taken[i] = this.events;
    // Times of one archive are written alike, and PostgreSQL's never go back.
    if (this.recordedAt === '' || Date.parse(recordedAt!) >= Date.parse(this.recordedAt)) this.recordedAt = recordedAt!;
    return [String(this.events), revision!, this.recordedAt, ...rest];
  }

  policies(): readonly PolicyPosition[] {
    return this.archived.map(({ name }, i) => ({ name, position: this.taken[i]! }));
  }
}

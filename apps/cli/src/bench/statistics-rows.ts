/** Times of a page or of an indicator. */
export type PageRow = {
  readonly page: 'coordinator-start' | number;
  readonly asOf: boolean;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** 0 where there is no hand-written SQL. */
  readonly floorP50Ms: number;
};

/** Anything else. `ratio`: beside what it is compared with. */
export type WhatRow = {
  readonly what:
    | 'explain'
    | 'first-of-process'
    | 'after-event'
    | 'protection-pattern'
    | 'protection-proof'
    | 'fact-bytes'
    | 'rebuild-with-facts';
  /** Number of an indicator. */
  readonly page?: number;
  readonly p50Ms?: number;
  readonly p99Ms?: number;
  readonly bytes?: number;
  readonly eventBytes?: number;
  readonly seconds?: number;
  readonly withoutSeconds?: number;
  /** Time of PostgreSQL alone to make the same tables. */
  readonly floorSeconds?: number;
  readonly withoutFloorSeconds?: number;
  readonly ratio?: number;
};

export type StatisticsRow = PageRow | WhatRow;

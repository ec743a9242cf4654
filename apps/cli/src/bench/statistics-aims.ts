import type { PageRow, StatisticsRow, WhatRow } from './statistics-rows.js';

/** Largest times in milliseconds, and largest multiples. */
const MOST = {
  floor: 1.5,
  asOf: 1.3,
  p99Ms: 50,
  startP99Ms: 100,
  explain: 2,
  patternMs: 50,
  proofMs: 2_000,
  facts: 1,
};
/** Smallest rate of a rebuild with the facts, as a multiple of that without. */
const LEAST_REBUILD = 0.8;

/** The aims that were missed, one line each. */
export function missedAims(rows: readonly StatisticsRow[]): string[] {
  const pages = rows.filter((row): row is PageRow => !('what' in row));
  return [
    ...pages.flatMap((row) =>
      missedBy(
        row,
        pages.find(({ page, asOf }) => page === row.page && !asOf)!,
      ),
    ),
    ...rows.flatMap((row) => ('what' in row ? missedWhat(row) : [])),
  ];
}

function missedBy({ page, asOf, p50Ms, p99Ms, floorP50Ms }: PageRow, now: PageRow): string[] {
  if (page === 'coordinator-start')
    return p99Ms > MOST.startP99Ms ? [`start page: p99 ${p99Ms} ms, not ${MOST.startP99Ms} ms`] : [];
  return [
    ...(floorP50Ms > 0 && !asOf && p50Ms > MOST.floor * floorP50Ms
      ? [`indicator ${page}: ${times(p50Ms, floorP50Ms)} × its floor, not ${MOST.floor} ×`]
      : []),
    ...(asOf && p50Ms > MOST.asOf * now.p50Ms
      ? [`indicator ${page} as of a moment: ${times(p50Ms, now.p50Ms)} × now, not ${MOST.asOf} ×`]
      : []),
    ...(p99Ms > MOST.p99Ms ? [`indicator ${page}: p99 ${p99Ms} ms, not ${MOST.p99Ms} ms`] : []),
  ];
}

function missedWhat({ what, page, p50Ms = 0, ratio = 0 }: WhatRow): string[] {
  switch (what) {
    case 'explain':
      return ratio > MOST.explain
        ? [`explaining indicator ${page}: ${times(ratio, 1)} × its figure, not ${MOST.explain} ×`]
        : [];
    case 'protection-pattern':
      return p50Ms > MOST.patternMs ? [`pattern ${p50Ms} ms, not ${MOST.patternMs} ms`] : [];
    case 'protection-proof':
      return p50Ms > MOST.proofMs ? [`proof ${p50Ms} ms, not ${MOST.proofMs} ms`] : [];
    case 'fact-bytes':
      return ratio > MOST.facts ? [`facts ${times(ratio, 1)} × the events, not ${MOST.facts} ×`] : [];
    case 'rebuild-with-facts':
      return ratio < LEAST_REBUILD ? [`rebuild ${times(ratio, 1)} × without facts, not ${LEAST_REBUILD} ×`] : [];
    case 'first-of-process':
    case 'after-event':
      return [];
  }
}

const times = (value: number, of: number) => Math.round((value / of) * 100) / 100;

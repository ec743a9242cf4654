import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Recorded } from '#platform/kernel';
import { readModel, type Fold, type ReadModel } from '#platform/projections';
import { actionFacts } from './action-fact.js';
import { alertFacts } from './alert-fact.js';
import { meetingFacts } from './meeting-fact.js';
import { municipalityFacts } from './municipality-fact.js';
import { personFacts } from './person-fact.js';
import { serviceFacts } from './service-fact.js';
import { unitFacts } from './unit-fact.js';

/** The read models of facts. */
export const factModels: readonly ReadModel[] = [
  municipalityFacts,
  unitFacts,
  serviceFacts,
  personFacts,
  meetingFacts,
  actionFacts,
  alertFacts,
];

/**
 * The events of one minute that facts are made of, in the order in which they were recorded; of several at one
 * millisecond, the last.
 */
@Entity('statistics_moment')
export class MomentRow {
  /** Minutes since 1970, in UTC. */
  @PrimaryColumn('text')
  minute!: string;

  @Column('text')
  tenant!: string;

  @Column('json')
  events!: readonly { readonly at: number; readonly eventId: string }[];
}

/** Width of the key, so that keys sort as the minutes do. */
const DIGITS = 10;
export const minuteOf = (at: number): string => String(Math.floor(at / 60_000)).padStart(DIGITS, '0');

/** The latest minute with its key: many events of a log follow each other within a minute. */
let [latest, latestKey] = [0, minuteOf(0)];
function keyOf(at: number): string {
  const minute = Math.floor(at / 60_000);
  if (minute !== latest) [latest, latestKey] = [minute, minuteOf(at)];
  return latestKey;
}

const fold: Fold<Recorded, MomentRow> = {
  rows: ({ recordedAt }) => [keyOf(recordedAt.getTime())],
  fold: (row, { id, tenant, recordedAt }, minute) => {
    const at = recordedAt.getTime();
    const moment = { at, eventId: id };
    const known = row?.events ?? [];
    const events = known.at(-1)?.at === at ? known.with(-1, moment) : [...known, moment];
    return { minute, tenant, events };
  },
};

/** Finds the last event by a moment, which names what was known then (ADR 0314). */
export const moments = readModel<MomentRow, Recorded>({
  name: 'statistics-moment',
  version: 3,
  entity: MomentRow,
  on: Object.fromEntries(factModels.flatMap(({ on }) => Object.keys(on).map((type) => [type, fold]))),
});

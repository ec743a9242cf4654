import type { EntityManager } from 'typeorm';
import type { Anchor } from '../contract/index.js';
import type { FactTable } from './fact-tables.js';
import { minuteOf, type MomentRow } from './moment.js';
import type { Seen } from './remembered-table.js';

/** By the name of the table. */
export type SeenTables = ReadonlyMap<string, Seen>;

interface Row {
  readonly tables: Readonly<Record<string, { readonly table: string; readonly position: string }>>;
  readonly moments: readonly MomentRow['events'][] | null;
}

/**
 * How far the transaction sees these tables of the tenant, and the last event by a moment that facts are made of (null
 * where nothing was known, or without a moment): in one statement.
 */
export async function readSeenTables(
  tables: EntityManager,
  tenant: string,
  which: readonly FactTable[],
  moment?: Date,
): Promise<{ readonly seen: SeenTables; readonly anchor: Anchor | null }> {
  const columns = [
    `json_build_object(${which.map(positionIn).join(', ')}) as "tables"`,
    moment ? `(${LATEST_MOMENTS}) as "moments"` : 'null as "moments"',
  ];
  const values = moment ? [tenant, minuteOf(moment.getTime())] : [tenant];
  const rows = await tables.query<Row[]>(`select ${columns.join(', ')}`, values);
  const { tables: positions, moments } = rows[0]!;
  return {
    seen: new Map(
      Object.entries(positions).map(([name, { table, position }]) => [name, { table, position: BigInt(position) }]),
    ),
    anchor: moment ? anchorOf(moments ?? [], moment.getTime()) : null,
  };
}

const positionIn = ({ name }: FactTable): string =>
  `'${name}', json_build_object('table', '${name}'::regclass::oid::text,
     'position', coalesce((select max(position) from ${name} where tenant = $1), 0)::text)`;

/** Two predecessors' events of a minute follow each other in a merged log. */
const LATEST_MOMENTS = `select json_agg(events) from (
  select events from statistics_moment where tenant = $1 and minute <= $2 order by minute desc limit 2) as latest`;

function anchorOf(moments: readonly MomentRow['events'][], moment: number): Anchor | null {
  let last: MomentRow['events'][number] | undefined;
  for (const { at, eventId } of moments.flatMap((events) => events.toReversed()))
    if (at <= moment && (!last || at > last.at)) last = { at, eventId };
  return last ? { eventId: last.eventId, recordedAt: new Date(last.at) } : null;
}

import type { ClientBase, Pool } from 'pg';
import type { LogDamage, LogFault, OnChecked } from '#platform/event-store';

const PAGE_SIZE = 10_000;
const PAGE = `
  WITH page AS MATERIALIZED (
    SELECT position, tenant, stream, revision, recorded_at, metadata FROM event
    WHERE position > $1::bigint AND position <= $2::bigint ORDER BY position LIMIT ${PAGE_SIZE}
  ), judged AS (
    SELECT position, tenant, stream, revision, unnest(array[
      CASE WHEN position <> lag(position, 1, $1::bigint) OVER log + 1 THEN 'POSITION_MISSING' END,
      CASE WHEN recorded_at < lag(recorded_at, 1, $3::timestamptz) OVER log THEN 'RECORDED_BACKWARDS' END,
      CASE WHEN tenant <> metadata->>'municipality' THEN 'TENANT_DIFFERS' END,
      CASE WHEN revision <> 0 AND NOT EXISTS (
        SELECT FROM event AS before
        WHERE before.tenant = page.tenant AND before.stream = page.stream AND before.revision = page.revision - 1 AND before.position < page.position
      ) THEN 'REVISION_MISSING' END
    ]) AS damage FROM page WINDOW log AS (ORDER BY position)
  )
  SELECT
    (SELECT max(position) FROM page) AS last,
    (SELECT max(recorded_at)::text FROM page) AS recorded_at,
    (SELECT coalesce(json_agg(json_build_object(
      'damage', damage, 'position', position::text, 'tenant', tenant, 'stream', stream, 'revision', revision::text
    ) ORDER BY position), '[]') FROM judged WHERE damage IS NOT NULL) AS faults`;

interface Page {
  readonly last: string | null;
  readonly recorded_at: string;
  readonly faults: readonly { damage: LogDamage; position: string; tenant: string; stream: string; revision: string }[];
}

/**
 * Reads the log up to its end at the start and yields faults of its order: missing positions, gaps in streams, a head
 * that is not at the end. Reads page by page while appends continue.
 */
export async function* checkLog(database: ClientBase | Pool, onProgress?: OnChecked): AsyncGenerator<LogFault> {
  const ends = await database.query<{ head: string; end: string }>(
    'SELECT position::text AS head, (SELECT coalesce(max(position), 0)::text FROM event) AS end FROM event_head',
  );
  const head = BigInt(ends.rows[0]?.head ?? -1);
  const end = BigInt(ends.rows[0]?.end ?? 0);
  let after = 0n;
  let recordedAt = '-infinity';
  for (;;) {
    const { rows } = await database.query<Page>(PAGE, [after.toString(), end.toString(), recordedAt]);
    const page = rows[0]!;
    for (const { damage, position, tenant, stream, revision } of page.faults)
      yield { damage, position: BigInt(position), tenant, stream, revision: BigInt(revision) };
    if (page.last === null) break;
    after = BigInt(page.last);
    recordedAt = page.recorded_at;
    onProgress?.(after, head);
  }
  if (head !== end) yield { damage: 'HEAD_DIFFERS', position: end };
}

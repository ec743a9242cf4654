import type { DataSource } from 'typeorm';

/** Enough rows to need new blocks on the disk. */
const ROWS = 100;

/** Writes a temporary table, which is dropped at once. Throws when the disk is full or the database is read-only. */
export async function tryWriting(source: DataSource): Promise<void> {
  await source.transaction((manager) =>
    manager.query(
      `create temporary table writing_tried on commit drop as
       select repeat(md5(n::text), 30) as filler from generate_series(1, ${ROWS}) as n`,
    ),
  );
}

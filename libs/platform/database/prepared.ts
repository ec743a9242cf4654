import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that a connection plans once. */
export interface PreparedStatement {
  /** A name of this text alone: the driver refuses another text by the name of a prepared one. */
  readonly name: string;
  readonly text: string;
}

/** Runs a statement that is repeated many times in the transaction's connection, which parses and plans it once. */
export async function runPrepared<Row extends QueryResultRow>(
  manager: EntityManager,
  { name, text }: PreparedStatement,
  values: unknown[],
): Promise<QueryResult<Row>> {
  const client = (await manager.queryRunner!.connect()) as PoolClient;
  return client.query<Row>({ name, text, values });
}

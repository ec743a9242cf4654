import type { PoolClient, QueryResult, QueryResultRow } from 'pg';
import type { EntityManager } from 'typeorm';

/** A statement that a connection plans once. */
export interface PreparedStatement {
  /** Of its text: a connection knows one text by a name. */
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

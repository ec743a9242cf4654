import { Client } from 'pg';

/**
 * A connection of a pool. One that the server ends rejects its query, or its next query. The driver also emits `error`,
 * and an `error` without a listener ends the process: a pool listens only while a connection is idle, and its borrower may
 * be between two statements, or be the pool's own check of a new connection.
 */
export class PooledClient extends Client {
  override emit(event: string | symbol, ...details: unknown[]): boolean {
    if (event === 'error' && this.listenerCount('error') === 0) return false;
    return super.emit(event, ...(details as [Error]));
  }
}

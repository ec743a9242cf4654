/**
 * The database role of an open connection, taken in its start-up message. A login may take only those that it is a
 * member of (`LOGIN_GROUPS`):
 * - `samspill_app` reads read models of one tenant at a time and appends to the log; never updates or deletes
 *   there
 * - `samspill_runner` writes the read models of every tenant
 * - `samspill_operator` reads the log and where followers are
 * - `none` keeps the login's own rights: migrations, as the owner
 */
export type DatabaseRole = 'samspill_app' | 'samspill_runner' | 'samspill_operator' | 'none';

import { quoted } from './follower-status.js';

/** A read model that no program of this version folds. */
export interface RemovedReadModel {
  readonly name: string;
  readonly table: string;
}

/** Statements of a migration that remove the tables, checkpoints and halts of read models. */
export const removeReadModels = (models: readonly RemovedReadModel[]): string => {
  const those = `kind = 'read-model' and name in (${models.map(({ name }) => quoted(name)).join(', ')})`;
  return `
drop table ${models.map(({ table }) => table).join(', ')};
delete from log_follower where ${those};
-- The owner is subject to the policies of the table as well, unless it is a superuser.
alter table follower_halt no force row level security;
delete from follower_halt where ${those};
alter table follower_halt force row level security;`;
};

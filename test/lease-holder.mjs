import './typescript.mjs';

/**
 * A process that takes a lease and leaves a transaction open with the locks of a batch, for tests that freeze or kill
 * it. Tries to commit at each line of its standard input.
 */
const { takeLease } = await import('../libs/platform/followers/index.ts');
const [, , url, name, leaseMs] = process.argv;

const lease = await takeLease(url, name, Number(leaseMs));
const client = await lease.connection();
await client.query(`begin; select ${lease.fence}; select from log_follower for update`);
process.stdout.write('holds\n');
process.stdin.on('data', async () => {
  const said = await client.query('commit').then(
    () => 'committed',
    () => 'refused',
  );
  const lost = lease.lost.aborted ? 'lost' : 'kept';
  process.stdout.write(`${said} ${lost}\n`);
  process.exit();
});

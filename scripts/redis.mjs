import { ensureProgram } from './program.mjs';

/** Path of a Redis server for the tests of the jobs, which is installed if it is missing. */
export const ensureRedis = () =>
  ensureProgram({
    name: 'Redis',
    use: 'The tests run the jobs on a real Redis server',
    variable: 'SAMSPILL_REDIS_SERVER',
    names: ['redis-server', 'valkey-server'],
    debianPackage: 'redis-server',
    onAMac: 'run brew install redis',
  });

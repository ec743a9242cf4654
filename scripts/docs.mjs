import { spawnSync } from 'node:child_process';
import { inProject, main } from './project.mjs';

/** `npm run docs`: writes the pages in docs/ that are made from the code; test/docs says which, and checks them. */
await main(async () => {
  const { status } = spawnSync(process.execPath, [inProject('scripts', 'test.mjs'), 'test/docs'], {
    stdio: 'inherit',
    env: { ...process.env, SAMSPILL_WRITE_DOCS: 'yes' },
  });
  process.exitCode = status ?? 1;
});

import { spawn } from 'node:child_process';
import { dirname, delimiter } from 'node:path';
import { node24 } from './node24.mjs';
import { inProject, main } from './project.mjs';
import { setUp } from './setup.mjs';

/**
 * `npm run dev`: the server, compiled and restarted after every change (`nest start --watch`), and the pages by Vite,
 * which forwards /api to the server. Both end with Ctrl-C, or when one of them ends.
 */
await main(async () => {
  await setUp();
  const node = node24();
  const env = {
    ...process.env,
    // nest runs `node` from the path: Node 24 comes first.
    PATH: [dirname(node), process.env.PATH].join(delimiter),
    SAMSPILL_DATA: process.env.SAMSPILL_DATA || inProject('.samspill'),
  };
  // Each has a process group of its own, since nest starts the server as its child and does not end it on SIGTERM.
  const start = (...args) =>
    spawn(node, args, { cwd: inProject(), env, stdio: ['ignore', 'inherit', 'inherit'], detached: true });
  const running = [
    start(inProject('node_modules', '@nestjs', 'cli', 'bin', 'nest.js'), 'start', 'cli', '--watch', '--', 'start'),
    start(inProject('node_modules', 'vite', 'bin', 'vite.js'), 'apps/web'),
  ];
  const stop = () => running.forEach(endGroup);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  const codes = await Promise.all(
    running.map((child) => new Promise((resolve) => child.once('exit', (code) => (stop(), resolve(code ?? 0))))),
  );
  process.exitCode = Math.max(...codes);
});

/** Ends a child and everything that it has started. */
function endGroup({ pid }) {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // The group has ended already.
  }
}

import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Cli } from './cli.js';
import { run } from './run.js';

const project = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs a command line in this process and returns its output. */
export async function runHere(args: readonly string[], environment: Cli['environment'] = {}, signal?: AbortSignal) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    terminal: {
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      draw: () => undefined,
      interactive: false,
      width: 200,
    },
    environment: { LANG: 'nb_NO.UTF-8', ...environment },
    signal: signal ?? new AbortController().signal,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** Settings of an OpenID provider that nobody is asked about. */
export const OPENID_SETTINGS = {
  SAMSPILL_ORIGIN: 'https://samspill.example.no',
  OIDC_ISSUER: 'https://provider.example.no',
  OIDC_CLIENT_ID: 'samspill',
  OIDC_CLIENT_SECRET: 'a secret for specifications only',
} as const;

/** A command line in a process of its own, as users run it. */
export interface Running {
  readonly child: ChildProcess;
  /** Resolves with the first output that matches; rejects when the process ends without it. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  readonly ended: Promise<{ readonly code: number | null; readonly output: string }>;
}

const spawned = new Set<ChildProcess>();

/** Ends the processes that a failing test has left running. */
export async function endSpawned(): Promise<void> {
  for (const child of spawned) child.kill('SIGKILL');
  await Promise.all([...spawned].map((child) => new Promise((resolve) => child.once('close', resolve))));
}

export function spawnCli(args: readonly string[], environment: Readonly<Record<string, string>>): Running {
  const program = ['--import', `${project}test/typescript.mjs`, `${project}apps/cli/src/main.ts`, ...args];
  const child = spawn(process.execPath, program, {
    env: { PATH: process.env['PATH'], LANG: 'nb_NO.UTF-8', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  spawned.add(child);
  child.once('close', () => spawned.delete(child));
  let output = '';
  const listeners = new Set<() => void>();
  const onOutput = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on('data', onOutput);
  child.stderr.on('data', onOutput);
  const ended = new Promise<{ code: number | null; output: string }>((resolve) =>
    child.once('close', (code) => resolve({ code, output })),
  );
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (!found) return;
        listeners.delete(look);
        resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`It ended without saying ${pattern}: ${output}`)));
    });
  return { child, says, ended };
}

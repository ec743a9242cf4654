import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node24 } from './node24.mjs';
import { inProject, main } from './project.mjs';
import { withProgress } from './progress.mjs';
import { setUp } from './setup.mjs';
import { ensureBrowser } from './browser.mjs';
import { ensureRedis } from './redis.mjs';

const bin = (...path) => inProject('node_modules', ...path);

/** Kinds of faults that knip reports. */
const KNIP = ['--include', 'files,dependencies,unlisted,binaries,unresolved'];

/** Checks that every change must pass beside the tests: a name and the program, the slowest first. */
const CHECKS = [
  ['Lint', [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings=0']],
  ['Types', [bin('typescript', 'bin', 'tsc'), '--noEmit']],
  ['Types of the pages', [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'apps/web']],
  ['Types of the journeys', [bin('typescript', 'bin', 'tsc'), '--noEmit', '-p', 'test/journeys/web']],
  ['Format', [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level=warn', '.']],
  [
    'Unused files and dependencies',
    [bin('knip', 'bin', 'knip.js'), '--no-progress', '-t', 'tsconfig.build.json', ...KNIP],
  ],
  ['Dependency rules', [bin('dependency-cruiser', 'bin', 'dependency-cruiser.mjs'), 'apps', 'libs', 'test']],
];

/**
 * Number of checks, and of test files, run in parallel. Files that look at pages mostly wait; more would overload a
 * small machine.
 */
const AT_ONCE = 2;

/** The only test that may be skipped, if there is no server for it; its name says how to run it. */
const MAY_BE_LEFT_OUT = /^KurrentDB was not tested; /;

/** `npm test`: every check, then every test. `npm test -- <jest arguments>`: only Jest, with these arguments. */
await main(async () => {
  await setUp();
  process.env.SAMSPILL_BROWSER = await ensureBrowser();
  process.env.SAMSPILL_REDIS_SERVER = await ensureRedis();
  const jestArguments = process.argv.slice(2);
  const checked = jestArguments.length > 0 ? [] : await runChecks();
  const tested = await runJest(jestArguments);
  const passed = checked.filter(Boolean).length + tested.passed;
  const unexcused = tested.leftOut.filter((name) => !MAY_BE_LEFT_OUT.test(name));
  const failed = checked.filter((ok) => !ok).length + tested.failed + unexcused.length;
  for (const name of tested.leftOut) console.log(unexcused.includes(name) ? `Left out: ${name}` : name);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || tested.passed === 0 ? 1 : 0;
});

/**
 * Runs all checks, two at a time: lint alone takes as long as the rest. Prints the output of failures; returns true for
 * each that passed.
 */
async function runChecks() {
  const waiting = [...CHECKS];
  const results = [];
  const inTurn = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await check(...next));
  };
  await withProgress('Types, lint, format and dependency rules', () =>
    Promise.all(Array.from({ length: AT_ONCE }, inTurn)),
  );
  for (const { name, failure } of results) if (failure !== undefined) console.error(`${name} failed:\n${failure}`);
  return results.map(({ failure }) => failure === undefined);
}

async function check(name, args) {
  const { code, output } = await run(args, 'pipe');
  return { name, failure: code === 0 ? undefined : output };
}

/** Shows Jest's own report on the terminal; reads the counts from its result file. */
async function runJest(given) {
  const folder = mkdtempSync(join(tmpdir(), 'samspill-jest-'));
  const result = join(folder, 'result.json');
  const flags = ['--json', `--outputFile=${result}`, `--maxWorkers=${AT_ONCE}`, ...(process.env.CI ? ['--ci'] : [])];
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  try {
    const { code } = await run([...node, bin('jest', 'bin', 'jest.js'), ...flags, ...given], 'jest');
    return counts(result, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A spec that could not be loaded counts as one failure, and so does another failure of Jest. */
function counts(result, code) {
  try {
    const report = JSON.parse(readFileSync(result, 'utf8'));
    const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      leftOut: leftOutOf(report),
    };
  } catch {
    return { passed: 0, failed: 1, leftOut: [] };
  }
}

/** Names of skipped tests, except those that a filter (`-t`) excluded. */
function leftOutOf({ testResults }) {
  const narrowed = process.argv.slice(2).some((argument) => /^(-t|--testNamePattern)/.test(argument));
  if (narrowed) return [];
  const all = testResults.flatMap(({ assertionResults }) => assertionResults);
  return all.filter(({ status }) => status === 'pending' || status === 'todo').map(({ fullName }) => fullName);
}

/** Runs a Node program in the project's folder; `jest` shows its report, `pipe` captures the output. */
async function run(args, output) {
  const stdio = output === 'jest' ? ['ignore', 'ignore', 'inherit'] : ['ignore', 'pipe', 'pipe'];
  const child = spawn(node24(), args, { cwd: inProject(), stdio });
  let said = '';
  child.stdout?.on('data', (chunk) => (said += chunk));
  child.stderr?.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
  return { code, output: said };
}

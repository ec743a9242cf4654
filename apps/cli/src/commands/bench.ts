import { homedir } from 'node:os';
import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import type { BenchContext, BenchResult } from '../bench/bench-output.js';
import { EXIT } from '#platform/process';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';

/** Chosen by `web --slow`. */
const SLOW_WEB = 'web --slow';

/** Loaded on demand, since a bench imports the systems it compares with. */
const BENCHES: ReadonlyMap<string, () => Promise<(context: BenchContext) => Promise<BenchResult>>> = new Map<
  string,
  () => Promise<(context: BenchContext) => Promise<BenchResult>>
>(
  Object.entries({
    append: async () => (await import('../bench/bench-append.js')).benchAppend,
    rebuild: async () => (await import('../bench/bench-rebuild.js')).benchRebuild,
    visible: async () => (await import('../bench/bench-visible.js')).benchVisible,
    growth: async () => (await import('../bench/bench-growth.js')).benchGrowth,
    access: async () => (await import('../bench/bench-access.js')).benchAccess,
    protection: async () => (await import('../bench/bench-protection.js')).benchProtection,
    statistics: async () => (await import('../bench/bench-statistics.js')).benchStatistics,
    digests: async () => (await import('../bench/bench-digests.js')).benchDigests,
    texts: async () => (await import('../bench/bench-texts.js')).benchTexts,
    web: async () => (await import('../bench/bench-web.js')).benchWeb,
    [SLOW_WEB]: async () => (await import('../bench/bench-web-slow.js')).benchWebSlow,
  }),
);

interface BenchOptions {
  readonly json?: boolean;
  readonly quick?: boolean;
  readonly slow?: boolean;
}

export function benchCommand(program: Command, cli: Cli): void {
  program
    .command('bench')
    .addArgument(
      new Argument('<name>', 'what to measure').choices([...BENCHES.keys()].filter((name) => name !== SLOW_WEB)),
    )
    .summary('measure this machine, beside other event stores')
    .description(
      'append: one event an append, by 1, 16 and 64 writers, beside Emmett, message-db and a plain INSERT.\n' +
        'rebuild: all read models from the log, beside Emmett’s rebuild of one.\n' +
        'visible: from a command to its row in the read model, at 100 commands a second.\n' +
        'growth: append, read and the board page at 100 thousand, 1 million and 10 million events (long: --quick).\n' +
        'access: questions to read models with row-level security and without it; requests with and without the access check.\n' +
        'protection: which small numbers of a table to hide, and the proof, for 144 units × 6 age bands.\n' +
        'statistics: each indicator of a school year of 144 units after ten, beside plain SQL; explaining, facts, rebuilds.\n' +
        'digests: weekly digests of 10,000 receivers, computed and handed to a mail server, beside the mail library alone.\n' +
        'texts: every rule on text that users send, on a megabyte of what it is slowest on.\n' +
        'web: the pages in Chromium, with ten school years of 144 units: JavaScript, first paint, answer to keys and clicks.\n' +
        'web --slow: the pages on a slow machine and line, with an empty cache and again; waterfalls on standard error.\n\n' +
        'append and rebuild measure Samspill over KurrentDB too where KURRENTDB_URL names one; the logs that they make there\n' +
        'stay (KurrentDB removes no stream for good before a scavenge), so name one that is made for trying.\n\n' +
        'Each works in databases of its own, which it removes, on the embedded PostgreSQL or that of DATABASE_URL, with\n' +
        'durable settings. Peers from npm are installed in ~/.cache/samspill on first use.',
    )
    .option('--json', 'one line of JSON on standard output and nothing else there')
    .option('--quick', 'a shorter run of the same thing')
    .option('--slow', 'web only: processor ÷ 4 and "Fast 3G"')
    .addHelpText(
      'after',
      `
Examples:
  samspill bench append --quick
  samspill bench append --json > append.json
  samspill bench web --slow --quick`,
    )
    .action(async (name: string, { json = false, quick = false, slow = false }: BenchOptions) => {
      if (slow && name !== 'web')
        throw new CommandFailed(`--slow belongs to bench web, not to bench ${name}.`, EXIT.wrongUse);
      const [{ openPostgres }, { readEnvironment }, { benchAsJson, benchAsTable }] = await Promise.all([
        import('../../../composition/src/index.js'),
        import('#platform/environment'),
        import('../bench/bench-output.js'),
      ]);
      const environment = readEnvironment(cli.environment);
      const postgres = await openPostgres(environment);
      if (postgres.owner === undefined)
        throw new CommandFailed('A bench makes databases: set DATABASE_URL.', EXIT.refusedToStart);
      try {
        const run = await BENCHES.get(slow ? SLOW_WEB : name)!();
        const result = await run({
          databaseUrl: postgres.owner,
          ...(environment.kurrentUrl !== undefined && { kurrentUrl: environment.kurrentUrl }),
          cacheDir: join(cli.environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'samspill'),
          quick,
          progress: (text) => cli.terminal.err(text),
        });
        cli.terminal.out(json ? benchAsJson(result) : benchAsTable(result));
      } finally {
        await postgres.close();
      }
    });
}

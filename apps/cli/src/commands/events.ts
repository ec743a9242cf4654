import { InvalidArgumentError, type Command } from 'commander';
import type { EventStore, StoredEvent } from '#platform/event-store';
import type { Cli } from '../cli.js';
import { EVENT_HEADINGS, eventLine, eventRow } from '../terminal/format-event.js';
import { tableLines } from '../terminal/table.js';
import type { Terminal } from '#platform/process';
import { withInstallation } from './with-installation.js';

interface Options {
  readonly stream?: { readonly tenant: string; readonly name: string };
  readonly from?: bigint;
  readonly to?: bigint;
  readonly type?: string;
  readonly limit: number;
  readonly json?: boolean;
}

/** Number of events laid out together; a table needs its widths before its first line. */
const TABLE_PAGE = 200;

export function eventsCommand(program: Command, cli: Cli): void {
  program
    .command('events')
    .summary('show events of a stream or a range of positions')
    .description(
      'Shows what is in the log, in its order: as a table, or as JSON lines that hold everything.\n' +
        'Events about people hold their names and mail addresses: mind who sees your screen and where you send the output.',
    )
    .option('--stream <tenant/stream>', 'one stream of a tenant, such as 3203/unit-974767430', streamOf)
    .option('--from <position>', 'first position to show', position)
    .option('--to <position>', 'last position to show', position)
    .option('--type <type>', 'only events of this type, such as meetings.ProtocolFiled')
    .option('--limit <count>', 'show at most so many', whole, 100)
    .option('--json', 'JSON lines on standard output')
    .addHelpText(
      'after',
      `
Examples:
  samspill events --from 1 --limit 20
  samspill events --stream 3203/unit-974767430
  samspill events --type meetings.ProtocolFiled --json --limit 1000000 > filed.jsonl`,
    )
    .action((options: Options) =>
      withInstallation(cli, ({ events }) => show(events, options, cli.terminal, cli.signal), {
        login: 'operator',
        existing: true,
      }),
    );
}

/** Prints the requested events; at most one batch is in memory. */
export async function show(
  store: EventStore,
  options: Options,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  let page: StoredEvent[] = [];
  const flush = () => {
    if (page.length > 0 && !options.json)
      for (const line of tableLines(EVENT_HEADINGS, page.map(eventRow), terminal.width)) terminal.out(line);
    page = [];
  };
  let shown = 0;
  for await (const event of wanted(store, options, signal)) {
    if (shown === options.limit) {
      flush();
      return terminal.err(
        `There is more: it was cut at ${options.limit} (--limit), from position ${event.position} on.`,
      );
    }
    shown += 1;
    if (options.json) terminal.out(eventLine(event));
    else page.push(event);
    if (page.length === TABLE_PAGE) flush();
  }
  flush();
  if (shown === 0) terminal.err('No such events.');
}

async function* wanted(store: EventStore, options: Options, signal: AbortSignal): AsyncGenerator<StoredEvent> {
  const { stream, from = 1n, to, type } = options;
  const batches =
    stream === undefined ? store.readAll({ after: from - 1n, signal }) : [await store.read(stream.tenant, stream.name)];
  for await (const batch of batches)
    for (const event of batch) {
      if (to !== undefined && event.position > to) return;
      if (event.position >= from && (type === undefined || event.type === type)) yield event;
    }
}

function streamOf(text: string) {
  const [, tenant, name] = /^([^/]+)\/(.+)$/.exec(text) ?? [];
  if (tenant === undefined || name === undefined)
    throw new InvalidArgumentError('give the tenant and the stream, such as 3203/unit-974767430.');
  return { tenant, name };
}

function position(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new InvalidArgumentError('a position is a whole number from 1 up.');
  return BigInt(text);
}
function whole(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('give a whole number from 1 up.');
  return Number(text);
}

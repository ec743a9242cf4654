import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { EXIT } from '#platform/process';
import type { BadLine, GivenFile } from '#registry';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { languageOf } from '../terminal/language.js';

/** Reads the files that a command was given. */
export async function filesAt(paths: readonly string[]): Promise<readonly GivenFile[]> {
  return Promise.all(
    paths.map(async (path) => ({
      name: basename(path),
      bytes: await readFile(path).catch((fault: NodeJS.ErrnoException) => {
        throw new CommandFailed(`The file ${path} cannot be read (${fault.code ?? 'unknown fault'}).`, EXIT.wrongUse);
      }),
    })),
  );
}

/** Prints bad lines in the language of the operator's shell, with the same texts as the pages. */
export async function printBad(cli: Cli, bad: readonly BadLine[]): Promise<void> {
  const { sentenceFor } = await import('#registry');
  const language = languageOf(cli.environment);
  for (const line of bad)
    cli.terminal.out(`${line.file}${line.line === undefined ? '' : `:${line.line}`}: ${sentenceFor(line, language)}`);
}

import type { Installation } from '../../../composition/src/index.js';
import type { RefusalTexts, Refused } from '#platform/kernel';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { languageOf } from '../terminal/language.js';

/** A refusal with the pages' text, in the language of the operator's shell. */
export async function failedByRefusal(
  { contexts }: Pick<Installation, 'contexts'>,
  { refused }: Refused,
  { environment }: Cli,
): Promise<CommandFailed> {
  // Loaded here, so that `--help` and a mistyped option answer at once.
  const { STREAM_REFUSALS } = await import('#platform/http');
  const groups: readonly RefusalTexts[] = [STREAM_REFUSALS, ...contexts.flatMap((context) => context.refusals)];
  const texts = new Map(groups.flatMap((rules) => Object.entries(rules)));
  const language = languageOf(environment);
  return new CommandFailed(refused.map(({ rule }) => texts.get(rule)?.[language] ?? rule).join('\n'));
}

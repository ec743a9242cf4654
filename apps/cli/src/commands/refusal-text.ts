import type { Installation } from '../../../composition/src/index.js';
import type { Refused } from '#platform/kernel';
import type { Cli } from '../cli.js';
import { CommandFailed } from '../exit-codes.js';
import { languageOf } from '../terminal/language.js';

/** A refusal with the pages' text, in the language of the operator's shell. */
export function failedByRefusal(
  { contexts }: Pick<Installation, 'contexts'>,
  { refused }: Refused,
  { environment }: Cli,
): CommandFailed {
  const texts = new Map(contexts.flatMap((context) => context.refusals.flatMap((rules) => Object.entries(rules))));
  const language = languageOf(environment);
  return new CommandFailed(refused.map(({ rule }) => texts.get(rule)?.[language] ?? rule).join('\n'));
}

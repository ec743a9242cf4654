import { sourcesIn, type Source } from './sources.js';

const REQUIREMENT = /\bR\d{1,3}\b(?!['"\]])/g;
const SECTION = /§ ?3\.\d+/g;
const INDICATORS = /\b(?:indicators?|figures?) (\d+(?:(?:, | and )\d+)*)\b/gi;
const DECISIONS = /\bADRs? (\d{4}(?:(?:, | and |–)\d{4})*)/g;

/** Every number that a text refers to, as the pages write them: `R4`, `§ 3.5`, `12` (an indicator), `ADR 0021`. */
export function referencesIn(text: string): readonly string[] {
  const numbers = (pattern: RegExp) => [...text.matchAll(pattern)].flatMap(([, list]) => list!.match(/\d+/g) ?? []);
  return [
    ...(text.match(REQUIREMENT) ?? []),
    ...(text.match(SECTION) ?? []).map((it) => it.replace(/§ ?/, '§ ')),
    ...numbers(INDICATORS),
    ...numbers(DECISIONS).map((number) => `ADR ${number}`),
  ];
}

/** References of a file that lead nowhere, each with its file. */
export function unresolved({ path, text }: Source): readonly string[] {
  return referencesIn(text)
    .filter((reference) => !known().has(reference))
    .map((reference) => `${path}: ${reference}`);
}

let resolvable: ReadonlySet<string> | undefined;

/** Everything that a reference may lead to: first cells of the tables in docs/requirements.md, and the decisions. */
function known(): ReadonlySet<string> {
  if (resolvable) return resolvable;
  const [requirements] = sourcesIn(['docs'], /^docs\/requirements\.md$/);
  const cells = [...requirements!.text.matchAll(/^\| (R\d+|§ 3\.\d+|\d+) +\|/gm)].map(([, cell]) => cell!);
  const decisions = sourcesIn(['docs/adr'], /\/\d{4}-/).map(({ path }) => `ADR ${path.slice(9, 13)}`);
  return (resolvable = new Set([...cells, ...decisions]));
}

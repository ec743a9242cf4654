import { contexts } from '../../apps/composition/src/index.js';
import type { RefusalKind, RefusalText } from '#platform/kernel';
import { sourcesIn, type Source } from './sources.js';
import { unrefusedRules } from './unrefused-rules.js';

const ABOUT = `# Rules

Every rule that can refuse something: its name, the sentence that users get (bokmål), how HTTP answers it, where it is decided and where it is specified. Rules that refuse nothing follow at the end, by the name of the function or table that decides them. Made from the code by \`npm run docs\`; requirements and definitions stand in [requirements.md](requirements.md).
`;
const STATUS: Readonly<Record<RefusalKind, number>> = { invalid: 422, conflict: 409, stale: 412, 'not-found': 404 };

/** A rule that can refuse something, with the files that name it. */
export interface RegisteredRule {
  readonly context: string;
  readonly rule: string;
  readonly text: RefusalText;
  /** Files that decide it: where its name stands, but for its texts. */
  readonly decidedIn: readonly string[];
  readonly specifiedIn: readonly string[];
}

/** Files that name a rule without deciding it: specifications, texts of refusals, and descriptions of the API's answers. */
const NO_DECISION = /\.(spec|examples|refusals|dto)\.ts$/;

/** Every rule of every context, in the order of its name. */
export function registeredRules(): readonly RegisteredRule[] {
  const sources = sourcesIn(['libs', 'apps', 'test'], /\.tsx?$/).filter(({ path }) => !path.startsWith('apps/web/'));
  const specifications = sources.filter(({ path }) => /\.(spec|examples)\.ts$/.test(path));
  const code = sources.filter(({ path }) => path.startsWith('libs/') && !NO_DECISION.test(path));
  const seen = new Set<string>();
  return contexts.flatMap(({ name, refusals }) =>
    refusals
      .flatMap((texts) => Object.entries(texts))
      .filter(([rule]) => !seen.has(rule) && seen.add(rule))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([rule, text]) => ({
        context: name,
        rule,
        text,
        decidedIn: naming(rule, code),
        specifiedIn: naming(rule, specifications),
      })),
  );
}

const naming = (rule: string, sources: readonly Source[]): readonly string[] =>
  sources.filter(({ text }) => text.includes(`'${rule}'`)).map(({ path }) => path);

/** The register as a page, docs/rules.md. */
export function ruleRegister(): string {
  const rules = registeredRules();
  const sections = contexts
    .map(({ name }) => ({ name, rules: rules.filter(({ context }) => context === name) }))
    .filter(({ rules: listed }) => listed.length > 0)
    .map(({ name, rules: listed }) => `## ${name}\n\n${listed.map(entryOf).join('\n')}\n`);
  const others = unrefusedRules().map(
    ({ name, path, sentence }) => `- \`${name}\`: ${sentence} Decided in [${nameOf(path)}](../${path}).`,
  );
  return `${ABOUT}\n${sections.join('\n')}\n## Rules that refuse nothing\n\n${others.join('\n')}\n`;
}

/** One rule in the register; the first files are enough to find it. */
function entryOf({ rule, text, decidedIn, specifiedIn }: RegisteredRule): string {
  const links = (paths: readonly string[]) => paths.slice(0, 3).map((path) => `[${nameOf(path)}](../${path})`);
  return `- \`${rule}\` (${STATUS[text.kind]}): ${text.nb} Decided in ${links(decidedIn).join(', ')}; specified in ${links(specifiedIn).join(', ')}.`;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

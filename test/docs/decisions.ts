import { sourcesIn } from './sources.js';

const ABOUT = `# Decisions

Decisions that others could have made differently: the context, the decision, its consequences. One decision a page; a page that no longer holds says so and names the one that replaced it. This index is made by \`npm run docs\` from the pages' titles.
`;
const LONGEST_TITLE_IN_WORDS = 8;
const HEADINGS = ['Context', 'Decision', 'Consequences'];
const STATUS = /^Status: (accepted|superseded by \[\d{4}\]\([^)]+\)), \d{4}-\d{2}-\d{2}(;|\n)/m;

/** One page of docs/adr. */
interface Decision {
  readonly file: string;
  readonly number: string;
  readonly title: string;
  readonly text: string;
}

const decisions = (): readonly Decision[] =>
  sourcesIn(['docs/adr'], /\/\d{4}-[^/]*\.md$/).map(({ path, text }) => {
    const file = path.replace('docs/adr/', '');
    const [, number = '', title = ''] = /^# (\d{4}) (.+)\n/.exec(text) ?? [];
    return { file, number, title, text };
  });

/** The index of the decisions, docs/adr/README.md, made from the first line of each page: `# 0001 Title`. */
export const decisionIndex = (): string =>
  `${ABOUT}\n${decisions()
    .map(({ file, number, title }) => `- [${number}](${file}) ${title}\n`)
    .join('')}`;

/** Faults in the form of the pages: one line for each, none when all follow the template. */
export const misshapenDecisions = (): readonly string[] =>
  decisions().flatMap(({ file, number, title, text }) => [
    ...(file === `${number}-${fileNameOf(title)}.md` ? [] : [`${file} is not named by its number and title`]),
    ...(title.split(' ').length <= LONGEST_TITLE_IN_WORDS
      ? []
      : [`${file}: more than ${LONGEST_TITLE_IN_WORDS} words`]),
    ...(STATUS.test(text) ? [] : [`${file} has no status with its date`]),
    ...(String(headingsOf(text)) === String(HEADINGS) ? [] : [`${file} has the headings ${headingsOf(text).join()}`]),
  ]);

const headingsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!);

const fileNameOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/['’(),.:«»]/g, '')
    .replace(/[^\p{L}\d]+/gu, '-');

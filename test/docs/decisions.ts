import { sourcesIn } from './sources.js';

const ABOUT = `# Decisions

Decisions that others could have made differently: the context, the decision, its consequences. One decision a page; a page that no longer holds says so and names the one that replaced it. This index is made by \`npm run docs\` from the pages' titles.
`;

/** The index of the decisions, docs/adr/README.md, made from the first line of each page: `# 0001 Title`. */
export function decisionIndex(): string {
  const lines = sourcesIn(['docs/adr'], /\/\d{4}-[^/]*\.md$/).map(({ path, text }) => {
    const file = path.replace('docs/adr/', '');
    const [, number, title] = /^# (\d{4}) (.+)\n/.exec(text) ?? [];
    if (number !== file.slice(0, 4)) throw new Error(`${path} does not begin with its number and a title`);
    return `- [${number}](${file}) ${title}`;
  });
  return `${ABOUT}\n${lines.join('\n')}\n`;
}

import { readFile } from 'node:fs/promises';
import type { PersonQuestion } from '#registry';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';

export interface AnswerOptions {
  readonly answer?: readonly string[];
  readonly answers?: string;
}

/** Answers from the command line and from the file that it names. */
export async function answersOf({ answer = [], answers: path }: AnswerOptions): Promise<ReadonlyMap<number, string>> {
  const { readAnswers } = await import('#registry');
  const answerTexts = [...answer, ...(path === undefined ? [] : await linesAt(path))].filter(
    (text) => text.trim() !== '',
  );
  const answers = answerTexts.length === 0 ? new Map<number, string>() : readAnswers(answerTexts.join(','));
  if (!answers) throw new CommandFailed('An answer is LINE=new, LINE=line-N or LINE=person id.', EXIT.wrongUse);
  return answers;
}

/** Each question with the people the line may refer to, and the answer to give for each. */
export const questionLines = (questions: readonly PersonQuestion[]): readonly string[] =>
  questions.flatMap(({ file, line, options, ...who }) => [
    `${file}:${line}: ${described(who)} may be:`,
    ...options.map(
      (option) =>
        `  --answer ${line}=${option.answer}  ${described(option)}${option.line === null ? '' : `, on line ${option.line}`}`,
    ),
    `  --answer ${line}=new  somebody else`,
  ]);

const described = ({ name, email, title, roles }: Pick<PersonQuestion, 'name' | 'email' | 'title' | 'roles'>): string =>
  [name, title, email, ...roles.map(({ role, place }) => (place === null ? role : `${role} at ${place}`))]
    .filter((it) => it !== null)
    .join(', ');

async function linesAt(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    throw new CommandFailed(`The file ${path} cannot be read (${fault.code ?? 'unknown fault'}).`, EXIT.wrongUse);
  });
  return text.split('\n');
}

import { z } from 'zod';
import { ImportQuery } from '../imports/import.dto.js';
import { NEW_PERSON, type PersonAnswers } from './identify-people.js';

const ANSWER = /^(\d{1,7})=(new|line-\d{1,7}|[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/;
const MOST_CHARACTERS = 12_000;

/** «5=new,7=line-3»: the person chosen for each line; undefined when the text is no list of answers. */
export function readAnswers(text: string): PersonAnswers | undefined {
  const answers = new Map<number, string>();
  for (const part of text.split(',')) {
    const [, line, answer] = ANSWER.exec(part.trim()) ?? [];
    if (line === undefined || answer === undefined) return undefined;
    answers.set(Number(line), answer);
  }
  return answers;
}

export const ImportPeopleQuery = ImportQuery.extend({
  answers: z
    .string()
    .max(MOST_CHARACTERS, { abort: true })
    .refine((text) => readAnswers(text) !== undefined)
    .optional()
    .describe(
      `Answers to the preview’s questions, as \`line=answer\` with commas between: an option’s \`answer\`, or \`${NEW_PERSON}\`.`,
    ),
});
export type ImportPeopleQuery = z.infer<typeof ImportPeopleQuery>;

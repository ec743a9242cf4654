import { z } from 'zod';
import { Role } from '#platform/identity';
import { requiredText } from '#platform/kernel';

export const ImportQuery = z.object({
  name: requiredText(200).default('file').describe('What the file is called in the report.'),
  preview: z.stringbool().default(false).describe('Say what would be done, and do nothing.'),
  skipBad: z.stringbool().default(false).describe('Import the lines that are right, though others are bad.'),
  digest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('The digest of the preview that is accepted: where it would be another now, nothing is imported.'),
});
export type ImportQuery = z.infer<typeof ImportQuery>;

const Value = z.union([z.string(), z.number(), z.boolean()]).nullable();
const Change = z.object({
  field: z.string(),
  before: Value,
  after: Value,
  at: z.string().nullable().describe('The unit, service or service unit that it is about, by name.'),
});
const Item = z.object({ id: z.string(), name: z.string(), changes: z.array(Change) });
const Line = z.object({ line: z.int().optional() });
const Who = {
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  roles: z.array(
    z.object({ role: Role, place: z.string().nullable().describe('By name; null in the whole municipality.') }),
  ),
};
const Question = z.object({
  line: z.int(),
  ...Who,
  options: z.array(
    z.object({
      answer: z.string().describe('What is answered to choose this one: a person’s id, or `line-` and a number.'),
      ...Who,
      line: z.int().nullable().describe('The earlier line of the file; null for one who is registered.'),
    }),
  ),
  answer: z.string().nullable().describe('What was answered; `new` for somebody else than all of them.'),
});
export const ImportAnswer = z.object({
  applied: z.boolean().describe('False for a preview, and where bad lines held everything back.'),
  digest: z.string().describe('Of what would be done; give it back to accept exactly that.'),
  lines: z.int(),
  counts: z.object({
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    leftOut: z.int(),
    bad: z.int(),
    missing: z.int(),
    unanswered: z.int().describe('Questions that are not answered.'),
  }),
  new: z.array(Item),
  changed: z.array(Item),
  leftOut: z.array(Line.extend({ reason: z.string() })),
  bad: z.array(Line.extend({ rule: z.string(), detail: z.string().describe('What is wrong and what to do.') })),
  missing: z.array(z.object({ id: z.string(), name: z.string() })),
  questions: z
    .array(Question)
    .describe('Of people: lines of which it is not certain whom they are about. Send the answers with the file.'),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;

import { z } from 'zod';
import type { Refused } from '#platform/kernel';
import { PROBLEMS, type ProblemName } from './problem-texts.js';

/** RFC 9457: the body of every answer that is not a success (`application/problem+json`). */
export const Problem = z.object({
  type: z.string().describe('Stable name of the kind of problem, for programs.'),
  title: z.string().describe('The kind of problem, in the language asked for.'),
  status: z.int(),
  detail: z.string().describe('What is wrong here and what to do, in the language asked for.'),
  instance: z.string().describe('This one request, as the log knows it.'),
  broken: z
    .array(
      z.object({
        rule: z.string().describe('Name of the broken rule.'),
        at: z.string().optional().describe('The field to correct, as a path: `actions.2.dueOn`.'),
        detail: z.string(),
      }),
    )
    .optional()
    .describe('Every broken rule or wrong field at once.'),
});
export type Problem = z.infer<typeof Problem>;
export const PROBLEM_TYPE = 'application/problem+json';

/** Ends a request with one of the platform's problems. */
export class ProblemError extends Error {
  constructor(
    readonly problem: ProblemName,
    readonly headers: Readonly<Record<string, string>> = {},
    /** Values of the names in braces in the problem's detail. */
    readonly values: Readonly<Record<string, string>> = {},
  ) {
    super(problem);
  }
  get status(): number {
    return PROBLEMS[this.problem].status;
  }
}

/**
 * Ends a request with the rules that a command broke. `beside`: further data that the asker needs, such as both texts
 * of a conflict.
 */
export class RefusedError extends Error {
  constructor(
    readonly refusal: Refused,
    readonly beside: Readonly<Record<string, unknown>> = {},
  ) {
    super('refused');
  }
}

/** One invalid field of a request. Gives the kind of error, never the value. */
export interface WrongField {
  readonly at: string;
  readonly issue:
    | z.core.$ZodIssue
    | { readonly code: 'unknown_field' | 'forbidden_character' | 'missing' | 'too_deep' }
    | { readonly code: 'text_too_long'; readonly most: number; readonly tooMany: number };
}

/** Ends a request whose body, query, path or headers do not match the route's schemas. */
export class WrongFieldsError extends Error {
  constructor(readonly fields: readonly WrongField[]) {
    super('wrong fields');
  }
}

import { useCallback, useState } from 'react';
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form';
import { answered, api } from '../../api/client.js';
import type { paths } from '../../api/generated/schema.js';
import { isProblem, problemFrom, type Problem } from '../../api/problem.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { afterOwnChanges, rememberOwnChange } from '../../api/own-changes.js';
import { asSeen } from '../../api/seen-revision.js';
import { useOnce } from '../../api/use-once.js';
import type { Action } from './answers.js';

type CommandPath = Extract<keyof paths, `/api/actions/{actionId}/${string}`>;
/** Commands on an action, the last part of the URL. */
export type Command = {
  [P in CommandPath]: paths[P]['post'] extends object ? (P extends `${string}}/${infer Name}` ? Name : never) : never;
}[CommandPath];
type Posted<C extends Command> = NonNullable<paths[`/api/actions/{actionId}/${C}`]['post']>;
/** Body of a command; undefined for none. */
export type BodyOf<C extends Command> =
  Posted<C> extends { readonly requestBody?: { readonly content: { readonly 'application/json': infer Body } } }
    ? unknown extends Body
      ? undefined
      : Body
    : undefined;

type Post = (
  path: string,
  init: {
    readonly params: { readonly path: { readonly actionId: string } };
    readonly body?: unknown;
    readonly headers: Readonly<Record<string, string>>;
  },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** Sends commands about one action. `refresh` shows the result. */
export function useCommands({ actionId, revision }: Pick<Action, 'actionId' | 'revision'>): {
  /** @throws Problem */
  readonly send: <C extends Command>(
    command: C,
    ...body: BodyOf<C> extends undefined ? [] : [BodyOf<C>]
  ) => Promise<void>;
  readonly refresh: () => Promise<void>;
} {
  const refetchChanged = useRefetchChanged();
  const send = useCallback(
    async <C extends Command>(command: C, ...[body]: BodyOf<C> extends undefined ? [] : [BodyOf<C>]) => {
      // The user may answer twice before the page is refreshed: the second answer is based on the first one's result.
      const seen = afterOwnChanges(actionId, revision);
      const accepted = (await answered(
        (api.POST as unknown as Post)(`/api/actions/{actionId}/${command}`, {
          params: { path: { actionId } },
          headers: asSeen({ revision: seen }),
          ...(body !== undefined && { body }),
        }),
      )) as { readonly revision: string };
      rememberOwnChange(actionId, seen, accepted.revision);
    },
    [actionId, revision],
  );
  return { send, refresh: useCallback(() => refetchChanged('action'), [refetchChanged]) };
}

/** Submits a form. Faults are shown at their fields; those without a field are in `problem`. Nothing typed is lost. */
export function useSubmission<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  carryOut: (values: Values) => Promise<void>,
  /** The item changed meanwhile: reads the current state. */
  onStale?: () => Promise<void>,
): { readonly problem: Problem | undefined; readonly onSubmit: (event: { preventDefault(): void }) => void } {
  const [problem, setProblem] = useState<Problem>();
  const once = useOnce();
  const onSubmit = form.handleSubmit(async (values) => {
    setProblem(undefined);
    try {
      await carryOut(values);
    } catch (fault) {
      if (!isProblem(fault)) return setProblem(problemFrom(500, undefined));
      if (fault.isStale) await onStale?.();
      setProblem(placed(form, fault));
    }
  });
  return {
    problem,
    onSubmit: (event) => {
      event.preventDefault();
      void once(() => onSubmit());
    },
  };
}

/** Shows each broken rule at its field. Returns those without a field; undefined when all were placed. */
function placed<Values extends FieldValues>(form: UseFormReturn<Values>, problem: Problem): Problem | undefined {
  const fields = Object.keys(form.getValues());
  const left = problem.broken.filter(({ at, detail }) => {
    const field = at?.split('.').findLast((part) => fields.includes(part));
    if (field === undefined) return true;
    form.setError(field as Path<Values>, { type: 'refused', message: detail }, { shouldFocus: true });
    return false;
  });
  return problem.broken.length > 0 && left.length === 0 ? undefined : problem;
}

import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { Problem } from '../../api/problem.js';
import { useSeen, type Seen } from '../../api/seen-revision.js';
import type { Action } from './answers.js';
import { useCommands, useSubmission } from './send.js';

/** Common properties of the forms: the action, and a callback. `said` describes the result in words. */
export interface FormProps {
  readonly action: Action;
  readonly onDone: (message: string) => void;
  readonly onCancel: () => void;
}

/** A form about one action: fields, submission and faults. */
export function useAnswerForm<Values extends FieldValues>(
  { action, onDone }: FormProps,
  defaultValues: DefaultValues<Values>,
  carryOut: (values: Values, send: ReturnType<typeof useCommands>['send']) => Promise<string>,
): {
  readonly form: UseFormReturn<Values>;
  readonly busy: boolean;
  readonly problem: Problem | undefined;
  readonly seen: Seen<Action>;
  readonly onSubmit: (event: { preventDefault(): void }) => void;
} {
  const form = useForm<Values>({ defaultValues });
  const seen = useSeen(action.actionId, action);
  const { send, refresh } = useCommands(seen.seen);
  const { problem, onSubmit } = useSubmission(form, async (values) => onDone(await carryOut(values, send)), refresh);
  // Once the current state is shown, the form says more than the refusal.
  return { form, busy: form.formState.isSubmitting, problem: problem?.isStale ? undefined : problem, seen, onSubmit };
}

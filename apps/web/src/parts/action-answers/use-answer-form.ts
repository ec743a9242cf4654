import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { Problem } from '../../api/problem.js';
import { useSeen, type Seen } from '../../api/seen.js';
import type { Action } from './answers.js';
import { useCommands, useSubmission } from './send.js';

/** What each form is given: the action, and whom to tell. `said` is what was done, in words. */
export interface FormProps {
  readonly action: Action;
  readonly onDone: (said: string) => void;
  readonly onCancel: () => void;
}

/** A form about one action: its fields, how it is sent, and what was wrong with it. */
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
  // Once what stands now is shown, the form itself says more than the refusal.
  return { form, busy: form.formState.isSubmitting, problem: problem?.isStale ? undefined : problem, seen, onSubmit };
}

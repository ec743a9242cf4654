import { useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { Problem } from '../../api/problem.js';
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
  readonly onSubmit: (event: { preventDefault(): void }) => void;
} {
  const form = useForm<Values>({ defaultValues });
  const { send } = useCommands(action.actionId);
  const { problem, onSubmit } = useSubmission(form, async (values) => onDone(await carryOut(values, send)));
  return { form, busy: form.formState.isSubmitting, problem, onSubmit };
}

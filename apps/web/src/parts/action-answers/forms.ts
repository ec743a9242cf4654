import type { ComponentType } from 'react';
import { AbandonForm } from './abandon-form.js';
import type { Answer } from './answers.js';
import { ChangeForm } from './change-form.js';
import { DeclineForm } from './decline-form.js';
import { DoneForm } from './done-form.js';
import { HandOverForm } from './hand-over-form.js';
import { JudgeForm } from './judge-form.js';
import { MoreTimeForm } from './more-time-form.js';
import { SayNoForm } from './say-no-form.js';
import { StatusForm } from './status-form.js';
import type { FormProps } from './use-answer-form.js';

/** Forms of the answers that need one. */
export type Forms = Partial<Readonly<Record<Answer, ComponentType<FormProps>>>>;
export const FORMS: Forms = {
  decline: DeclineForm,
  'say-no': SayNoForm,
  done: DoneForm,
  status: StatusForm,
  'more-time': MoreTimeForm,
  'hand-over': HandOverForm,
  judge: JudgeForm,
  change: ChangeForm,
  abandon: AbandonForm,
};

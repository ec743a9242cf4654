import { Button } from '@digdir/designsystemet-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, offline, problemFrom, type Problem } from '../../api/problem.js';
import { useOnce } from '../../api/use-once.js';
import { useAnnounce } from '../announcer/announcer.js';
import styles from './action-answers.module.css';
import { answersTo, WITHOUT_FORM, type Action, type Answer } from './answers.js';
import type { Forms } from './forms.js';
import { ProblemLine } from './problem-line.js';
import { useCommands } from './send.js';

/** Forms and their validation are as large as a page, and many users only view actions: loaded on demand. */
let forms: Forms | undefined;
const fetchForms = async (): Promise<Forms> => (forms ??= (await import('./forms.js')).FORMS);
/** On failure, the button reports it when it is pressed. */
const fetchEarly = () => void fetchForms().catch(() => undefined);

interface ActionAnswersProps {
  readonly action: Action;
  /** True on the action's own page, which also has longer forms. */
  readonly whole?: boolean;
  /** Called when an answer is accepted, before the data is read again. */
  readonly onAnswered?: (message: string) => void;
}

/** Buttons for the possible answers to an action, with the open form below. */
export function ActionAnswers({ action, whole = false, onAnswered }: ActionAnswersProps) {
  const { t } = useTranslation('action-answers');
  const announce = useAnnounce();
  const { send, refresh } = useCommands(action);
  const [open, setOpen] = useState<Answer>();
  const [problem, setProblem] = useState<Problem>();
  // sent: shown as done at once
  const [given, setGiven] = useState<Answer>();
  const buttons = useRef<HTMLDivElement>(null);
  const once = useOnce();
  const answers = answersTo(action, whole).filter((answer) => answer !== given);
  const answered = async (message: string) => {
    setOpen(undefined);
    announce(message);
    onAnswered?.(message);
    await refresh();
  };
  const atOnce = async (answer: Answer) => {
    setGiven(answer);
    setProblem(undefined);
    try {
      await (answer === 'accept' ? send('acceptance') : send('handover/acceptance'));
      await answered(t(answer === 'accept' ? 'said.accepted' : 'said.takenOver'));
    } catch (fault) {
      setProblem(isProblem(fault) ? fault : problemFrom(500, undefined));
      if (isProblem(fault) && fault.isStale) await refresh();
    }
    setGiven(undefined);
  };
  const press = (answer: Answer) => {
    if (WITHOUT_FORM.has(answer)) return void once(() => atOnce(answer));
    setProblem(undefined);
    const next = open === answer ? undefined : answer;
    if (forms) setOpen(next);
    else
      fetchForms().then(
        () => setOpen(next),
        () => setProblem(offline()),
      );
  };
  const cancel = () => {
    buttons.current?.querySelector<HTMLElement>(`[data-answer="${open}"]`)?.focus();
    setOpen(undefined);
  };
  if (answers.length === 0 && !given) return null;
  const Form = open && forms?.[open];
  return (
    <div className={styles.answers}>
      <div
        ref={buttons}
        role="group"
        aria-label={t('group', { text: action.text })}
        className={styles.buttons}
        onPointerEnter={fetchEarly}
        onFocus={fetchEarly}
      >
        {answers.map((answer, at) => (
          <Button
            key={answer}
            data-size="sm"
            data-answer={answer}
            variant={
              whole && at === 0 && open === undefined ? 'primary' : WITHOUT_FORM.has(answer) ? 'secondary' : 'tertiary'
            }
            {...(!WITHOUT_FORM.has(answer) && { 'aria-expanded': open === answer })}
            onClick={() => press(answer)}
          >
            {t(`answers.${answer}`)}
          </Button>
        ))}
      </div>
      <ProblemLine problem={problem} />
      {Form && <Form action={action} onDone={(message) => void answered(message)} onCancel={cancel} />}
    </div>
  );
}

import { Fieldset, Paragraph, Radio, useRadioGroup } from '@digdir/designsystemet-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Question } from './importing.js';
import styles from './import.module.css';

/** Lines whose person is uncertain, answered one by one. */
export function Questions({
  questions,
  onAnswer,
}: {
  readonly questions: readonly Question[];
  readonly onAnswer: (line: number, answer: string) => void;
}) {
  const { t } = useTranslation('import');
  const left = questions.filter(({ answer }) => answer === null).length;
  return (
    <section className={styles.questions} aria-label={t('who.title')}>
      <h2>{t('who.title')}</h2>
      <Paragraph>{unansweredInWords(t, left)}</Paragraph>
      {questions.map((question) => (
        <OneQuestion key={question.line} {...question} onAnswer={(answer) => onAnswer(question.line, answer)} />
      ))}
    </section>
  );
}

/** The number of unanswered lines in words, or that all are answered. */
export const unansweredInWords = (t: TFunction<'import'>, left: number): string =>
  left === 0 ? t('who.allAnswered') : t('who.left', { count: left });

function OneQuestion({ line, options, answer, onAnswer, ...who }: Question & { onAnswer: (answer: string) => void }) {
  const { t } = useTranslation('import');
  const { getRadioProps } = useRadioGroup({ name: `who-${line}`, value: answer ?? '', onChange: onAnswer });
  return (
    <Fieldset data-size="sm">
      <Fieldset.Legend>
        {t('who.question', { line, who: [described(who), ...who.roles.map((role) => inWords(t, role))].join(', ') })}
      </Fieldset.Legend>
      {options.map((option) => (
        <Radio
          key={option.answer}
          {...getRadioProps(option.answer)}
          label={described(option)}
          description={[
            ...option.roles.map((role) => inWords(t, role)),
            option.line === null ? t('who.registered') : t('who.onLine', { line: option.line }),
          ].join(' · ')}
        />
      ))}
      <Radio {...getRadioProps('new')} label={t('who.new')} />
    </Fieldset>
  );
}

/** A role with its place, which tells namesakes apart: «Lærer, Lia skole». */
const inWords = (t: TFunction<'import'>, { role, place }: Question['roles'][number]): string =>
  [t(`parts:roles.${role}`), place].filter((it) => it !== null).join(', ');

const described = ({ name, email, title }: Pick<Question, 'name' | 'email' | 'title'>): string =>
  [name, title, email].filter((it) => it !== null).join(', ');

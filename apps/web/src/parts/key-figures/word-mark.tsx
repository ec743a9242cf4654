import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/reads.js';

type Word = NonNullable<Answer<'/api/statistics/figures'>['figures'][number]['improvement']>['word'];
import styles from './word-mark.module.css';

const SIGNS = { better: '+', worse: '!', 'as-before': '=', 'too-few-points': '…' } as const;

/** «bedre», «dårligere», «som før» or «for få målinger», with its sign; nothing where there is no word. */
export function WordMark({ word }: { readonly word: Word }) {
  const { t } = useTranslation('key-figures');
  if (word === null) return null;
  return (
    <span className={styles.word} data-word={word}>
      <span className={styles.sign} aria-hidden>
        {SIGNS[word]}
      </span>
      {t(`words.${word}`)}
    </span>
  );
}

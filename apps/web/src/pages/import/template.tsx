import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { offline } from '../../api/problem.js';
import { saveSheet } from '../../parts/spreadsheet/save-sheet.js';
import { ProblemShown } from '../../parts/states/states.js';
import { templateOf, type What } from './importing.js';
import styles from './import.module.css';

/** The headings as a file to fill in: for a spreadsheet program, and as CSV. */
export function Template({ what }: { readonly what: What }) {
  const { t } = useTranslation('import');
  const [problem, setProblem] = useState<unknown>();
  const headings = t(`file.template.${what}`).split(';');
  const name = t(`what.${what}`);
  const save = () => {
    setProblem(undefined);
    saveSheet({ name, headings, rows: [] }, name.toLowerCase()).catch(() => setProblem(offline()));
  };
  return (
    <>
      <Paragraph className={styles.template}>
        <Button variant="secondary" data-size="sm" onClick={save}>
          {t('file.templateXlsx')}
        </Button>
        <a href={templateOf(headings)} download={`${name.toLowerCase()}.csv`}>
          {t('file.templateOf')}
        </a>
      </Paragraph>
      {problem !== undefined && <ProblemShown problem={problem} />}
    </>
  );
}

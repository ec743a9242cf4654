import { Button } from '@digdir/designsystemet-react';
import { FileExcelIcon } from '@navikt/aksel-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem, offline } from '../../api/problem.js';
import { useAnnounce } from '../announcer/announcer.js';
import { useSession } from '../../session/session.js';
import { ProblemShown } from '../states/states.js';
import { saveSheet } from './save-sheet.js';
import type { Sheet } from './sheet.js';

interface SpreadsheetButtonProps {
  /** Loads all rows that the page may list when the button is pressed. */
  readonly sheet: () => Promise<Sheet>;
}

/** Saves a page's list as an XLSX file, made in the browser from answers within the user's rights. */
export function SpreadsheetButton({ sheet }: SpreadsheetButtonProps) {
  const { t } = useTranslation('spreadsheet');
  const { today } = useSession().who;
  const announce = useAnnounce();
  const busy = useRef(false);
  const [problem, setProblem] = useState<unknown>();
  const save = async () => {
    if (busy.current) return;
    busy.current = true;
    setProblem(undefined);
    try {
      const made = await sheet();
      await saveSheet(made, `${made.name} ${today}`);
      announce(t('saved', { count: made.rows.length }));
    } catch (fault) {
      setProblem(isProblem(fault) ? fault : offline());
    } finally {
      busy.current = false;
    }
  };
  return (
    <>
      <Button variant="secondary" data-size="sm" className="not-on-paper" onClick={() => void save()}>
        <FileExcelIcon aria-hidden /> {t('save')}
      </Button>
      {problem !== undefined && <ProblemShown problem={problem} />}
    </>
  );
}

import { Button, Checkbox, Field, Label, Search } from '@digdir/designsystemet-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import { Page } from '../../shell/page.js';
import { Answered, Empty } from '../../parts/states/states.js';
import { countsOf, leadersOf, matching, type Organisation } from './organisation.js';
import { OrganisationTree } from './organisation-tree.js';
import styles from './organisation.module.css';

/** The organisation of the municipality as nested lists, searched as one types (R11). */
export function Component() {
  const { t } = useTranslation('organisation');
  const organisation = useRead('/api/organisation');
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Answered of={organisation}>{(whole) => <Searched whole={whole} />}</Answered>
    </Page>
  );
}

function Searched({ whole }: { readonly whole: Organisation }) {
  const { t } = useTranslation('organisation');
  const [typed, setTyped] = useState('');
  const [leadersOnly, setLeadersOnly] = useState(false);
  // Raised by the buttons: the branches are drawn anew, all open or all closed.
  const [drawn, setDrawn] = useState({ times: 0, open: false });
  const text = useDeferredValue(typed);
  const shown = useMemo(() => matching(leadersOnly ? leadersOf(whole) : whole, text), [whole, text, leadersOnly]);
  const counts = countsOf(shown);
  const isSearched = text.trim() !== '';
  const isEmpty = counts.units + counts.services + counts.people === 0;
  return (
    <>
      <div className={styles.tools}>
        <Field data-size="sm" className={styles.search}>
          <Label>{t('search')}</Label>
          <Search data-size="sm">
            <Search.Input aria-label={t('search')} value={typed} onChange={({ target }) => setTyped(target.value)} />
            <Search.Clear aria-label={t('clear')} onClick={() => setTyped('')} />
          </Search>
        </Field>
        <Checkbox
          data-size="sm"
          label={t('leadersOnly')}
          checked={leadersOnly}
          onChange={({ target }) => {
            setLeadersOnly(target.checked);
            setDrawn(({ times }) => ({ times: times + 1, open: target.checked }));
          }}
        />
        <Button
          variant="tertiary"
          data-size="sm"
          onClick={() => setDrawn(({ times, open }) => ({ times: times + 1, open: !open }))}
        >
          {t(drawn.open ? 'closeAll' : 'openAll')}
        </Button>
      </div>
      <p role="status" className={styles.count}>
        {t('counts', counts)}
      </p>
      {isEmpty ? (
        <Empty title={t('none.title')}>{t('none.detail')}</Empty>
      ) : (
        <OrganisationTree key={`${drawn.times} ${isSearched}`} organisation={shown} isOpen={isSearched || drawn.open} />
      )}
    </>
  );
}

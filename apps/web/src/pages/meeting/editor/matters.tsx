import { Paragraph } from '@digdir/designsystemet-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftMatter, SystemMatter } from '../draft/draft.js';
import { useDraftField, useEditing } from './editing.js';
import { RemovedRowConflicts } from './removed-row-conflicts.js';
import { MatterRow } from './matter-row.js';
import { useEmptyRow } from './new-row.js';
import { Section } from './section.js';
import { useRemoval } from './use-removal.js';
import { useRowHandling } from './use-row-handling.js';
import styles from './section-texts.module.css';
import tableRows from './table-rows.module.css';

const emptyMatter = (matterId: string): DraftMatter =>
  ({ kind: 'system', matterId, topic: null, cause: null, heading: null }) satisfies SystemMatter;

/** Matters of the meeting: those about groups and routines have a heading, those about a child have codes only. */
export function Matters() {
  const { t } = useTranslation('meeting');
  const { store } = useEditing();
  const matters = useDraftField('matters');
  const { row, write } = useEmptyRow('matters', emptyMatter);
  const { copy, move } = useRowHandling('matters');
  const { remove, undo } = useRemoval('matters', t('matter.removed'));
  // Its actions become independent: a reference to the removed matter would prevent filing.
  const removeMatter = useCallback(
    (id: string) => {
      store.edit((draft) => ({
        ...draft,
        actions: draft.actions.map((it) => (it.matterId === id ? { ...it, matterId: null } : it)),
      }));
      remove(id);
    },
    [store, remove],
  );
  return (
    <Section of="matters" number={3} beside={<span className={styles.quiet}>{t('matter.lead')}</span>}>
      <div className={tableRows.table} data-size="sm" role="group" aria-labelledby="section-matters">
        {[...matters, row].map((matter, i) => (
          <MatterRow
            key={matter.matterId}
            matter={matter}
            number={i + 1}
            isEmpty={matter === row}
            onFirst={matter === row ? write : undefined}
            onCopy={copy}
            onMove={move}
            onRemove={removeMatter}
          />
        ))}
      </div>
      {undo}
      <RemovedRowConflicts list="matters" />
      <Paragraph data-size="sm" className={styles.keys}>
        {t('matter.keys')}
      </Paragraph>
    </Section>
  );
}

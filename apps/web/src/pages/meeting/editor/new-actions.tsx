import { Paragraph } from '@digdir/designsystemet-react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { proposedFor } from '../draft/classification.js';
import type { DraftAction } from '../draft/draft.js';
import { ActionRow } from './action-row.js';
import { useDraftField, useShown } from './editing.js';
import { RemovedRowConflicts } from './removed-row-conflicts.js';
import { useEmptyRow } from './new-row.js';
import { Section } from './section.js';
import { usePreparedMore } from './use-more.js';
import { useRemoval } from './use-removal.js';
import { useRowHandling } from './use-row-handling.js';
import styles from './section-texts.module.css';
import tableRows from './table-rows.module.css';

const COLUMNS = ['text', 'owner', 'dueOn', 'followUpOn', 'level', 'category'] as const;

/** Agreed actions, one line each: text, owner, date. Dates, level and category are proposed to reduce typing. */
export function NewActions() {
  const { t } = useTranslation('meeting');
  usePreparedMore();
  const actions = useDraftField('actions');
  const proposed = useShown(({ server }) => server.proposed);
  const empty = useCallback(
    (actionId: string): DraftAction => ({
      actionId,
      text: null,
      ownerId: null,
      ownerServiceId: null,
      dueOn: proposed.dueOn,
      followUpOn: proposed.followUpOn,
      level: null,
      category: null,
      approach: null,
      contributors: [],
      resources: null,
      wantedEffect: null,
      matterId: null,
    }),
    [proposed],
  );
  const { row, write } = useEmptyRow('actions', empty);
  const { copy, move } = useRowHandling('actions');
  const { remove, undo } = useRemoval('actions', t('action.removed'));
  return (
    <Section of="actions" number={4} beside={<span className={styles.quiet}>{t('action.lead')}</span>}>
      <div className={tableRows.table} data-size="sm" role="group" aria-labelledby="section-actions">
        <div className={tableRows.columns} aria-hidden>
          {COLUMNS.map((column) => (
            <span key={column}>{t(`action.${column}`)}</span>
          ))}
        </div>
        {[...actions, row].map((action, i) => (
          <ActionRow
            key={action.actionId}
            action={action}
            proposedLevel={proposedFor(actions, i, proposed).level}
            proposedCategory={proposedFor(actions, i, proposed).category}
            number={i + 1}
            isEmpty={action === row}
            onFirst={action === row ? write : undefined}
            onCopy={copy}
            onMove={move}
            onRemove={remove}
          />
        ))}
      </div>
      {undo}
      <RemovedRowConflicts list="actions" />
      <Paragraph data-size="sm" className={styles.keys}>
        {t('action.keys')}
      </Paragraph>
    </Section>
  );
}

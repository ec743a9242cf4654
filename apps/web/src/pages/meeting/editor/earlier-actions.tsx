import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withRow, type DraftEarlierAction } from '../draft/draft.js';
import { DeliberateLetters } from './deliberate-letters.js';
import { useDraftField, useEditing, useShown } from './editing.js';
import { EarlierAction } from './earlier-action.js';
import { enter } from './go-to.js';
import { Section } from './section.js';
import styles from './earlier-actions.module.css';
import removal from './removal.module.css';
import sectionTexts from './section-texts.module.css';

const later = (milliseconds: number, run: () => void) => {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
};

/** Open actions agreed earlier: one key each sets the outcome. */
export function EarlierActions() {
  const { t } = useTranslation('meeting');
  const { store } = useEditing();
  const all = useDraftField('earlierActions');
  const open = useShown(({ server }) => server.openActions);
  const byId = useMemo(() => new Map(open.map((it) => [it.actionId, it])), [open]);
  // A row for another day than the draft's is left out, unless it has an outcome.
  const actions = all.filter(({ actionId, outcome }) => outcome !== null || byId.has(actionId));
  const firstOpen = Math.max(
    actions.findIndex(({ outcome }) => outcome === null),
    0,
  );
  const [letters] = useState(() => new DeliberateLetters(later));
  const [before, setBefore] = useState<DraftEarlierAction>();
  const saidNow = actions.find(({ actionId }) => actionId === before?.actionId);
  const undo = () => {
    if (!before) return;
    store.edit((draft) => withRow(draft, 'earlierActions', before.actionId, before));
    setBefore(undefined);
    document.querySelector<HTMLElement>(`[data-earlier="${before.actionId}"]`)?.focus();
  };
  /** Moves to the next row without an outcome, or out of the section. */
  const next = useCallback((from: string) => {
    const rows = [...document.querySelectorAll<HTMLElement>('[data-earlier]')];
    const at = rows.findIndex((row) => row.dataset['earlier'] === from);
    const nextRow = rows[at + 1];
    if (nextRow) nextRow.focus();
    else enter('matters');
  }, []);
  return (
    <Section of="earlierActions" number={2} beside={<span className={sectionTexts.quiet}>{t('earlier.lead')}</span>}>
      {actions.length === 0 ? (
        <Paragraph className={sectionTexts.quiet}>{t('earlier.none')}</Paragraph>
      ) : (
        <>
          <Paragraph data-size="sm" className={sectionTexts.keys}>
            {t('earlier.keys')}
          </Paragraph>
          <ul className={styles.rows}>
            {actions.map((action, i) => (
              <EarlierAction
                key={action.actionId}
                action={action}
                open={byId.get(action.actionId)}
                isFirst={i === firstOpen}
                onNext={next}
                onSaid={setBefore}
                letters={letters}
              />
            ))}
          </ul>
          {before && saidNow && (
            <p className={removal.undo}>
              {t('earlier.said', {
                text: byId.get(before.actionId)?.text ?? t('earlier.gone'),
                outcome:
                  saidNow.outcome === null ? t('earlier.takenBack') : t(`outcome.${saidNow.outcome}`).toLowerCase(),
              })}{' '}
              <Button data-size="sm" variant="tertiary" onClick={undo}>
                {t('undo')}
              </Button>
            </p>
          )}
        </>
      )}
    </Section>
  );
}

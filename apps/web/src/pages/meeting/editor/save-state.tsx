import { CheckmarkIcon, CloudSlashIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { currentLanguage } from '../../../words/language.js';
import { inNorway, timeOfDay } from '../../../words/dates.js';
import { unsendableTexts } from '../draft/unsendable-texts.js';
import { isDirty, toChoose } from '../draft/writing.js';
import { useShown } from './editing.js';
import styles from './save-state.module.css';

/** Saving state of the text. */
export function SaveState() {
  const { t } = useTranslation('meeting');
  const { writing, server, detail, keptHere, touched } = useShown((shown) => shown);
  const { trouble, sending } = writing;
  const conflicts = toChoose(writing);
  useSavedSaidOnce(touched && !trouble && !sending && conflicts.length === 0 && !isDirty(writing), trouble);
  const at = server.savedAt && timeOfDay(inNorway(server.savedAt).time, currentLanguage());
  if (trouble) {
    const words = t(`saving.${trouble}`);
    return (
      <p className={styles.state} data-state={trouble} role="status">
        {trouble === 'offline' ? <CloudSlashIcon aria-hidden /> : <ExclamationmarkTriangleIcon aria-hidden />}
        {keptHere ? words : t('saving.nowhere')}
        {trouble === 'refused' && detail && ` ${detail}`}
      </p>
    );
  }
  if (conflicts.length > 0)
    return (
      <p className={styles.state} data-state="conflict" role="status">
        <ExclamationmarkTriangleIcon aria-hidden />
        {t('saving.conflict', { count: conflicts.length })}
      </p>
    );
  const back = touched ? unsendableTexts(writing.mine).length : 0;
  if (back > 0)
    return (
      <p className={styles.state} data-state="held-back" role="status">
        <ExclamationmarkTriangleIcon aria-hidden />
        {t('saving.heldBack', { count: back })}
      </p>
    );
  if (sending || (touched && isDirty(writing)))
    return (
      <p className={styles.state} data-state="saving" role="status" aria-live="off">
        {t('saving.saving')}
      </p>
    );
  return (
    <p className={styles.state} data-state={at ? 'saved' : 'untouched'} role="status" aria-live="off">
      {at ? (
        <>
          <CheckmarkIcon aria-hidden />
          {t('saving.saved', { time: at })}
        </>
      ) : (
        t('saving.byItself')
      )}
    </p>
  );
}

/** Announces a save the first time, and again after trouble, not at every change. */
function useSavedSaidOnce(isSaved: boolean, trouble: unknown): void {
  const { t } = useTranslation('meeting');
  const announce = useAnnounce();
  const isSaid = useRef(false);
  useEffect(() => {
    if (trouble) isSaid.current = false;
    if (!isSaved || isSaid.current) return;
    isSaid.current = true;
    announce(t('saving.heard'));
  }, [isSaved, trouble, announce, t]);
}

/** A correction is only stored locally before it is filed. */
export function KeptHere() {
  const { t } = useTranslation('meeting');
  const keptHere = useShown((shown) => shown.keptHere);
  return (
    <p className={styles.state} role="status">
      {t(keptHere ? 'saving.here' : 'saving.nowhere')}
    </p>
  );
}

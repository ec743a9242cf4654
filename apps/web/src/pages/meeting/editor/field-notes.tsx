import { Button, ValidationMessage } from '@digdir/designsystemet-react';
import { PersonPencilIcon } from '@navikt/aksel-icons';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lettersTooMany, tooLongInWords } from '#platform/kernel/plain';
import { currentLanguage } from '../../../words/language.js';
import { placeOf } from '../draft/places.js';
import { followsAnother, type Conflict } from '../draft/writing.js';
import { sensitiveIn } from '../names/sensitive-text.js';
import { useConflict, useEditing, useFault, useShown, useWritersAt } from './editing.js';
import { goTo } from './go-to.js';
import { useValueInWords } from './value-in-words.js';
import styles from './field-notes.module.css';

export interface FieldNotes {
  /** Id of the field's description, for `aria-describedby`. */
  readonly id: string | undefined;
  readonly faulty: boolean;
  readonly notes: ReactNode;
}

/**
 * Notes below a field: it is missing, another user is in it or wrote something else, its text may identify a child or
 * is too long (`longest`). `text` only for free text.
 */
export function useFieldNotes(at: string, text?: string | null, longest = Infinity): FieldNotes {
  const { t } = useTranslation('meeting');
  const { known } = useEditing();
  const id = useId();
  const fault = useFault(at);
  const conflict = useConflict(at);
  const others = useWritersAt(at);
  const sensitive = text === undefined ? null : sensitiveIn(text, known);
  const tooMany = lettersTooMany(text ?? '', longest);
  const isNumber = sensitive?.what === 'national-number';
  if (!fault && !conflict && !others && !sensitive && tooMany === 0)
    return { id: undefined, faulty: false, notes: null };
  return {
    id,
    faulty: fault !== undefined || isNumber || tooMany > 0,
    notes: (
      <div id={id} className={styles.notes}>
        {tooMany > 0 && (
          <ValidationMessage data-size="sm">{tooLongInWords(tooMany, longest)[currentLanguage()]}</ValidationMessage>
        )}
        {fault && !isNumber && tooMany === 0 && (
          <ValidationMessage data-size="sm">{t(`fault.${fault}`)}</ValidationMessage>
        )}
        {isNumber && <ValidationMessage data-size="sm">{t('sensitive.number')}</ValidationMessage>}
        {sensitive?.what === 'name' && (
          <ValidationMessage data-size="sm" data-color="warning">
            {t('sensitive.name', { name: sensitive.name })}
          </ValidationMessage>
        )}
        {others && (
          <span className={styles.writer}>
            <PersonPencilIcon aria-hidden /> {t('writers.here', { name: others })}
          </span>
        )}
        {conflict && <ConflictShown conflict={conflict} />}
      </div>
    ),
  };
}

/** Conflicts in hidden fields of a row: an open conflict is always visible. */
export function OtherConflicts({ at, shown }: { readonly at: string; readonly shown: readonly string[] }) {
  const conflicts = useShown(({ writing }) => writing.conflicts);
  return conflicts
    .filter((it) => it.at.startsWith(`${at}.`) && !shown.includes(placeOf(it.at).field ?? ''))
    .filter((it) => !followsAnother(it, conflicts))
    .map((conflict) => <ConflictShown key={conflict.at} conflict={conflict} />);
}

/** The other user's text, and the choice between both. */
export function ConflictShown({ conflict: { at, theirs, by } }: { readonly conflict: Conflict }) {
  const { t } = useTranslation('meeting');
  const { store, nameOf } = useEditing();
  const inWords = useValueInWords();
  const whose = nameOf(by ?? null)?.name.split(' ')[0];
  const isRow = placeOf(at).list !== undefined && placeOf(at).field === undefined;
  const isText = typeof theirs === 'string' && inWords(at, theirs) === theirs;
  const who = whose ?? t('conflict.someone');
  return (
    <div className={styles.conflict} data-conflict role="group" aria-label={t('conflict.label')}>
      <p>
        {isRow
          ? t(theirs === null ? 'conflict.tookAway' : 'conflict.changed', { who, what: inWords(at, theirs) })
          : t('conflict.wrote', { who })}
        {!isRow && <q>{inWords(at, theirs) || t('conflict.nothing')}</q>}
      </p>
      <div className={styles.choices}>
        <Button data-size="sm" variant="secondary" onClick={() => store.choose(at, 'mine')}>
          {t('conflict.mine')}
        </Button>
        <Button data-size="sm" variant="secondary" onClick={() => store.choose(at, 'theirs')}>
          {whose ? t('conflict.theirs', { name: genitive(whose) }) : t('conflict.other')}
        </Button>
        {isText && (
          <Button
            data-size="sm"
            variant="secondary"
            onClick={() => {
              store.choose(at, 'both');
              goTo(at);
            }}
          >
            {t('conflict.both')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Olas, Jonas’: valid in Norwegian and English. */
const genitive = (name: string) => (/[sxz]$/i.test(name) ? `${name}’` : `${name}s`);

import { Tag } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../api/reads.js';
import styles from './personas.module.css';
import { Answered, Empty, ProblemShown } from '../states/states.js';

interface PersonasProps {
  /** Id of the previous user, who is listed first. */
  readonly first?: string;
  readonly onChosen: (personId: string) => Promise<unknown>;
}

/** The demo's people to sign in as, one for each view of the system. */
export function Personas({ first, onChosen }: PersonasProps) {
  const { t } = useTranslation('parts');
  const personas = useRead('/api/session/personas');
  const [chosen, setChosen] = useState<string>();
  const [problem, setProblem] = useState<unknown>();
  const choose = async (personId: string) => {
    setChosen(personId);
    setProblem(undefined);
    await onChosen(personId).catch(setProblem);
    setChosen(undefined);
  };
  return (
    <Answered of={personas}>
      {({ personas: all }) =>
        all.length === 0 ? (
          <Empty title={t('personas.none.title')}>{t('personas.none.detail')}</Empty>
        ) : (
          <>
            <ul className={styles.personas}>
              {all
                .toSorted((a, b) => Number(b.personId === first) - Number(a.personId === first))
                .map(({ personId, name, title, role, place }) => (
                  <li key={personId}>
                    <button
                      type="button"
                      className={styles.persona}
                      disabled={chosen !== undefined}
                      aria-busy={chosen === personId}
                      onClick={() => void choose(personId)}
                    >
                      <span className={styles.name}>{name}</span>
                      <span className={styles.title}>
                        {[title ?? t(`roles.${role}`), place].filter(Boolean).join(', ')}
                      </span>
                      {personId === first && <Tag data-color="neutral">{t('personas.you')}</Tag>}
                    </button>
                  </li>
                ))}
            </ul>
            {problem !== undefined && <ProblemShown problem={problem} />}
          </>
        )
      }
    </Answered>
  );
}

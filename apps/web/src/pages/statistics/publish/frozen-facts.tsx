import { Heading } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import { useSession } from '../../../session/session.js';
import { instantInWords } from '../../../words/dates.js';
import { currentLanguage } from '../../../words/language.js';
import type { Definition } from '../figures.js';
import { inLanguage } from '../use-figure-words.js';
import styles from './publish.module.css';

type Publication = Answer<'/api/publications/preview'>['publication'];

interface FrozenFactsProps {
  readonly publication: Publication;
  readonly sha256: string;
  readonly definitions: readonly Definition[];
}

/** Lists what a publication keeps for good beside its figures. */
export function FrozenFacts({ publication, sha256, definitions }: FrozenFactsProps) {
  const { t } = useTranslation('publish');
  const { who } = useSession();
  const { k, protection, indicators } = publication;
  const definitionOf = (id: number) => definitions.find((it) => it.id === id);
  const later = indicators.flatMap(({ indicator, version }) => {
    const definition = version > 1 && definitionOf(indicator);
    return definition ? [t('keeps.version', { name: inLanguage(definition.name), version })] : [];
  });
  const first = later.length < indicators.length && t(later.length > 0 ? 'keeps.othersFirst' : 'keeps.allFirst');
  const moments = new Map(indicators.map(({ moment }) => [moment.asOf, moment.eventId]));
  const facts = {
    figures: t('keeps.asSeen'),
    threshold: t('keeps.least', { k }),
    readers: t('keeps.everybody'),
    definitions: [...later, first].filter(Boolean).join(', '),
    protection: t('keeps.rules', { version: protection }),
    basis: [...moments].map(([asOf, eventId]) => {
      const when = instantInWords(asOf, currentLanguage(), who.today);
      return eventId === null ? t('keeps.nothing', { when }) : t('keeps.event', { when, id: eventId });
    }),
    by: who.name,
    checksum: sha256,
  };
  return (
    <section aria-labelledby="keeps" className={styles.keeps}>
      <Heading level={3} data-size="2xs" id="keeps">
        {t('keeps.title')}
      </Heading>
      <dl className={styles.facts}>
        {(Object.keys(facts) as (keyof typeof facts)[]).map((key) => (
          <div key={key}>
            <dt>{t(`keeps.of.${key}`)}</dt>
            {[facts[key]].flat().map((text) => (
              <dd key={text}>{text}</dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  );
}

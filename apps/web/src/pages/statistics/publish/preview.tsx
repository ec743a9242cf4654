import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LONGEST } from '#statistics/contract/limits';
import { answered, api } from '../../../api/client.js';
import { useRead, type Answer } from '../../../api/reads.js';
import { useRefetchChanged } from '../../../api/refetch-changed.js';
import { useSending } from '../../../api/use-once.js';
import { useAnnounce } from '../../../parts/announcer/announcer.js';
import { LimitedText } from '../../../parts/limited-text/limited-text.js';
import { Answered, ProblemShown } from '../../../parts/states/states.js';
import type { Definition } from '../figures.js';
import { useFigureWords } from '../use-figure-words.js';
import { addressOf, type Chosen } from './chosen.js';
import { FrozenFacts } from './frozen-facts.js';
import { PreviewedFigure } from './previewed-figure.js';
import { Protection } from './protection.js';
import styles from './publish.module.css';

interface PreviewProps {
  readonly period: string;
  readonly chosen: readonly Chosen[];
  readonly definitions: readonly Definition[];
  /** Its number, which is part of the public address. */
  readonly municipality: string;
}

/** Shows what everybody will see beside what the coordinator sees, with the button that freezes it. */
export function Preview({ period, chosen, definitions, municipality }: PreviewProps) {
  const preview = useRead('/api/publications/preview', { query: { period, figures: addressOf(chosen) } });
  return (
    <Answered of={preview}>
      {(shown) => (
        <Shown shown={shown} period={period} chosen={chosen} definitions={definitions} municipality={municipality} />
      )}
    </Answered>
  );
}

type Previewed = Answer<'/api/publications/preview'>;

function Shown({ shown, period, chosen, definitions, municipality }: PreviewProps & { readonly shown: Previewed }) {
  const { t } = useTranslation('publish');
  const words = useFigureWords();
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const isAgain = shown.versions > 0;
  const publish = useSending<unknown, void>({
    mutationFn: () =>
      answered(
        api.POST('/api/publications', {
          body: { period, figures: [...chosen], seen: shown.sha256, reason: isAgain ? reason.trim() : null },
        }),
      ),
    onSuccess: async () => {
      announce(t('done', { period: words.period(period) }));
      await refetchChanged('publication');
    },
  });
  const isMissing = isAgain && reason.trim() === '';
  return (
    <section aria-labelledby="preview" className={styles.preview}>
      <Heading level={2} data-size="xs" id="preview">
        {t('preview', { period: words.period(period) })}
      </Heading>
      <Paragraph data-size="sm">{t('legend')}</Paragraph>
      {shown.publication.indicators.map((published, i) => (
        <PreviewedFigure
          key={published.indicator}
          published={published}
          raw={shown.raw[i]!}
          definition={definitions.find(({ id }) => id === published.indicator)}
          k={shown.publication.k}
        />
      ))}
      <Protection shown={shown} definitions={definitions} />
      <FrozenFacts publication={shown.publication} sha256={shown.sha256} definitions={definitions} />
      <form
        noValidate
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!isMissing) publish.mutate();
        }}
      >
        {isAgain && !publish.isSuccess && (
          <LimitedText
            label={t('reason', { count: shown.versions })}
            most={LONGEST.reason}
            value={reason}
            error={tried && isMissing ? t('reasonMissing') : undefined}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        {!publish.isSuccess && <Paragraph>{t('frozen')}</Paragraph>}
        {publish.error && <ProblemShown problem={publish.error} />}
        {publish.isSuccess ? (
          <Alert data-color="success">
            {t('done', { period: words.period(period) })}{' '}
            <Link to={`/publisert/${municipality}/${period}`} reloadDocument>
              {t('see')}
            </Link>
          </Alert>
        ) : (
          <Button type="submit" loading={publish.isPending}>
            {t('publish')}
          </Button>
        )}
      </form>
    </section>
  );
}

import { Button, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import { answered, api } from '../../api/client.js';
import { useRead } from '../../api/reads.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { asSeen } from '../../api/seen-revision.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { Section } from '../../parts/section/section.js';
import { Answered, ProblemShown } from '../../parts/states/states.js';
import { useMay } from '../../session/session.js';
import styles from './ladder.module.css';

/** Shows whether owners of actions may answer by a link in the daily mail. The coordinator switches it on and off. */
export function AnswersByLink() {
  const { t } = useTranslation('ladder');
  const municipality = useRead('/api/municipality');
  return (
    <div className={styles.answers}>
      <Section id="answers-by-link" title={t('answers.title')}>
        <Answered of={municipality}>
          {({ settings, revision }) => <Switch isOn={settings.digests?.answersByLink ?? false} revision={revision} />}
        </Answered>
      </Section>
    </div>
  );
}

interface SwitchProps {
  readonly isOn: boolean;
  readonly revision: string;
}

function Switch({ isOn, revision }: SwitchProps) {
  const { t } = useTranslation('ladder');
  const mayChange = useMay('registry.manage');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const change = useSending({
    mutationFn: async (answersByLink: boolean) => {
      await answered(
        api.PUT('/api/municipality/answers-by-link', { headers: asSeen({ revision }), body: { answersByLink } }),
      );
      await refetchChanged('municipality');
      announce(t(answersByLink ? 'answers.switchedOn' : 'answers.switchedOff'));
    },
  });
  return (
    <>
      <Paragraph className={styles.words}>
        <strong>{t(isOn ? 'answers.on' : 'answers.off')}</strong> {t('answers.what')}
      </Paragraph>
      {mayChange && (
        <>
          <Paragraph className={styles.words}>{t(isOn ? 'answers.untilOff' : 'answers.risk')}</Paragraph>
          <div className={styles.buttons}>
            <Button
              type="button"
              variant="secondary"
              data-size="sm"
              aria-busy={change.isPending}
              onClick={() => change.mutate(!isOn)}
            >
              {t(isOn ? 'answers.switchOff' : 'answers.switchOn')}
              <span className="only-for-readers"> {t('answers.title')}</span>
            </Button>
          </div>
          {change.error && <ProblemShown problem={change.error} />}
        </>
      )}
    </>
  );
}

import '@digdir/designsystemet-web/focusgroup';
import '@digdir/designsystemet-web/toggle-group';
import { Button, Checkbox, Field, Label, Paragraph, ToggleGroup } from '@digdir/designsystemet-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { isProblem, Problem } from '../../api/problem.js';
import { useRefetchChanged } from '../../api/refetch-changed.js';
import { useSending } from '../../api/use-once.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { Page } from '../../shell/page.js';
import { useMay } from '../../session/session.js';
import { ProblemShown } from '../../parts/states/states.js';
import { send, WHAT, type Answers, type Report, type What } from './importing.js';
import { unansweredInWords, Questions } from './questions.js';
import { ReportShown } from './report.js';
import { Template } from './template.js';
import styles from './import.module.css';

/** Import page: the user chooses a file, sees a preview, and accepts exactly that. */
export function Component() {
  const { t } = useTranslation('import');
  const mayImport = useMay('registry.manage');
  return (
    <Page title={t('title')} lead={t('lead')}>
      {mayImport ? <Import /> : <ProblemShown problem={new Problem(403, 'forbidden', '', '')} />}
    </Page>
  );
}

function Import() {
  const { t } = useTranslation('import');
  const [address, setAddress] = useSearchParams();
  const what = WHAT.find((it) => it === address.get('hva')) ?? 'units';
  return (
    <>
      <ToggleGroup
        data-size="sm"
        data-toggle-group={t('what.label')}
        value={what}
        onChange={(it) => setAddress(it === 'units' ? {} : { hva: it }, { replace: true })}
      >
        {WHAT.map((it) => (
          <ToggleGroup.Item key={it} value={it}>
            {t(`what.${it}`)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      <OneKind key={what} what={what} />
    </>
  );
}

/** Result of the import; it replaces the pressed button. */
const focusOn = (heading: HTMLElement | null) => heading?.focus({ preventScroll: true });

function OneKind({ what }: { readonly what: What }) {
  const { t } = useTranslation('import');
  const announce = useAnnounce();
  const refetchChanged = useRefetchChanged();
  const chooser = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [file, setFile] = useState<File>();
  const [skipBad, setSkipBad] = useState(false);
  const [answers, setAnswers] = useState<Answers>({});
  const [leaveOut, setLeaveOut] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<Report>();
  const latestRequest = useRef(0);
  const next = () => (latestRequest.current += 1);
  const preview = useSending({
    // Each preview is an intent of its own: two files would look the same to the check for repeated requests.
    mutationFn: ({ chosen, answers: given }: { chosen: File; answers: Answers; nth: number }) =>
      send(what, chosen, { preview: true, answers: given }),
    // After an answer, how many are left to answer is the news.
    onSuccess: ({ counts }, { answers: given }) =>
      announce(Object.keys(given).length > 0 ? unansweredInWords(t, counts.unanswered) : t('announce', counts)),
  });
  const accept = useSending({
    mutationFn: ({ chosen, digest }: { chosen: File; digest: string }) =>
      send(what, chosen, { skipBad, digest, answers, leaveOut }),
    onSuccess: async () => {
      await refetchChanged('unit', 'person', 'service');
      announce(t('done.title'));
    },
  });
  // a refusal of an outdated preview contains the new one
  const instead = isProblem(accept.error) && 'digest' in accept.error.beside ? accept.error.beside : undefined;
  const shown = (instead as unknown as Report | undefined) ?? preview.data ?? last;
  const begin = (chosen: File | undefined) => {
    accept.reset();
    preview.reset();
    setSkipBad(false);
    setAnswers({});
    setLeaveOut(new Set());
    setFile(chosen);
    setLast(undefined);
    if (chosen) preview.mutate({ chosen, answers: {}, nth: next() });
  };
  // The shown preview stays while an answer is pending: the focused question must not disappear.
  const answer = (line: number, value: string) => {
    if (!file) return;
    const given = { ...answers, [line]: value };
    setAnswers(given);
    accept.reset();
    setLast(shown);
    preview.mutate({ chosen: file, answers: given, nth: next() });
  };

  if (accept.data)
    return (
      <section className={styles.done} aria-label={t('done.title')}>
        <h2 ref={focusOn} tabIndex={-1}>
          {t('done.title')}
        </h2>
        <Paragraph>{t('done.detail', accept.data.counts)}</Paragraph>
        <ReportShown report={accept.data} what={what} />
        <div className={styles.buttons}>
          <Button variant="secondary" onClick={() => begin(undefined)}>
            {t('done.again')}
          </Button>
          <Link to="/enheter">{t('done.toUnits')}</Link>
        </div>
      </section>
    );
  // Only units that are still new count; a later preview may have fewer.
  const notChosen = shown?.new.filter(({ id }) => leaveOut.has(id)).length ?? 0;
  const writes = shown ? shown.counts.new + shown.counts.changed - notChosen : 0;
  // an unreadable file has no lines to skip
  const hasLinesToSkip = shown !== undefined && shown.counts.bad + shown.counts.unanswered > 0 && shown.lines > 0;
  const isHeldBack = shown !== undefined && shown.counts.bad + shown.counts.unanswered > 0 && !skipBad;
  return (
    <>
      <Field className={styles.file}>
        <Label>{t('file.label')}</Label>
        <Field.Description id={hint}>
          {t(`file.columns.${what}`)}
          {what === 'people' && ` ${t('file.roles')}`}
        </Field.Description>
        <div className={styles.chooser}>
          <input
            ref={chooser}
            type="file"
            accept=".csv,.xlsx,.json,.txt"
            aria-describedby={hint}
            onChange={({ target }) => begin(target.files?.[0])}
          />
          {/* the browser's own texts are in the browser's language: this one is in the user's */}
          <span aria-hidden className={styles.choose}>
            {t('file.choose')}
          </span>
          <span aria-hidden>{file?.name ?? t('file.none')}</span>
        </div>
      </Field>
      <Template what={what} />
      {preview.isPending && !last && <Paragraph role="status">{t('reading')}</Paragraph>}
      {preview.error && (
        <ProblemShown
          problem={preview.error}
          onAgain={() => file && preview.mutate({ chosen: file, answers, nth: next() })}
        />
      )}
      {accept.error && <ProblemShown problem={accept.error} />}
      {shown && file && (
        <section aria-label={t('preview.title')}>
          <ReportShown
            report={shown}
            what={what}
            {...(what === 'units' && { choice: { leaveOut, onChange: setLeaveOut } })}
          />
          {shown.questions.length > 0 && <Questions questions={shown.questions} onAnswer={answer} />}
          {hasLinesToSkip && (
            <Checkbox
              label={t(shown.counts.unanswered > 0 ? 'who.skip' : 'skipBad')}
              description={t('skipBadDetail')}
              checked={skipBad}
              onChange={({ target }) => setSkipBad(target.checked)}
            />
          )}
          {isHeldBack ? (
            <Paragraph className={styles.apart}>
              {t(!hasLinesToSkip ? 'notRead' : shown.counts.bad > 0 ? 'heldBack' : 'who.heldBack')}
            </Paragraph>
          ) : writes === 0 ? (
            <Paragraph>{t(notChosen > 0 ? 'choice.nothing' : 'nothingToDo')}</Paragraph>
          ) : (
            <div className={styles.buttons}>
              <Button
                loading={accept.isPending || preview.isPending}
                onClick={() => accept.mutate({ chosen: file, digest: shown.digest })}
              >
                {t('accept', { count: writes })}
              </Button>
              <Button
                variant="secondary"
                onClick={() => {
                  begin(undefined);
                  if (chooser.current) chooser.current.value = '';
                }}
              >
                {t('cancel')}
              </Button>
            </div>
          )}
        </section>
      )}
    </>
  );
}

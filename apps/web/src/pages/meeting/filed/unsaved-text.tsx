import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../../session/session.js';
import { browserStorage } from '../../../storage/storage.js';
import { unsavedTextsOf } from '../draft/unsaved-texts.js';
import { LocalCopies } from '../draft/local-copies.js';

/**
 * This person's unsaved local text, shown after another user filed or corrected the protocol, so that it is not lost.
 * `of`: the meeting, and earlier versions with a begun correction.
 */
export function UnsavedText({ of }: { readonly of: readonly string[] }) {
  const { t } = useTranslation('filed');
  const { who } = useSession();
  const [copies] = useState(() =>
    of.map(
      (meetingId) =>
        new LocalCopies(browserStorage, { personId: who.personId, meetingId, windowId: 'reading' }, who.today),
    ),
  );
  const [texts, setTexts] = useState(() => copies.flatMap((it) => it.left()).flatMap(unsavedTextsOf));
  if (texts.length === 0) return null;
  return (
    <Alert data-color="warning" className="not-on-paper">
      <Heading level={2} data-size="2xs">
        {t('leftBehind.title')}
      </Heading>
      <Paragraph>{t('leftBehind.detail')}</Paragraph>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <Button
        variant="secondary"
        data-size="sm"
        onClick={() => {
          for (const it of copies) it.clear();
          setTexts([]);
        }}
      >
        {t('leftBehind.remove')}
      </Button>
    </Alert>
  );
}

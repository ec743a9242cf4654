import { Alert, Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Seen } from '../../api/seen-revision.js';

/** One field of the item, in words. */
export type Field<T> = readonly [label: string, inWords: (it: T) => string];

/**
 * Shows in a form that somebody else has changed the item meanwhile: old and new values. Typed text stays in the fields
 * below; the user continues after seeing the change.
 */
export function ChangedMeanwhile<T>({ of, fields }: { readonly of: Seen<T>; readonly fields: readonly Field<T>[] }) {
  const { t } = useTranslation('parts');
  if (!of.isChanged) return null;
  const changed = fields.filter(([, inWords]) => inWords(of.seen) !== inWords(of.now));
  return (
    <Alert data-color="warning" role="alert">
      <Heading level={3} data-size="2xs">
        {t('changedMeanwhile.title')}
      </Heading>
      {changed.length === 0 ? (
        <Paragraph>{t('changedMeanwhile.other')}</Paragraph>
      ) : (
        <ul>
          {changed.map(([label, inWords]) => (
            <li key={label}>
              {t('changedMeanwhile.change', {
                label,
                before: inWords(of.seen) || t('changedMeanwhile.nothing'),
                now: inWords(of.now) || t('changedMeanwhile.nothing'),
              })}
            </li>
          ))}
        </ul>
      )}
      <Paragraph>{t('changedMeanwhile.yours')}</Paragraph>
      <Button type="button" variant="secondary" data-size="sm" onClick={of.see}>
        {t('changedMeanwhile.goOn')}
      </Button>
    </Alert>
  );
}

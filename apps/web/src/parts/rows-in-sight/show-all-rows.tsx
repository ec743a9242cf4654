import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Of fewer rows, all are as good as in sight. */
const MANY = 20;

/**
 * Whether all of `count` rows are to be in the document, and the button that asks for it: the browser's own search finds
 * only what is there. No button where the rows are few.
 */
export function useShowAllRows(count: number) {
  const { t } = useTranslation('parts');
  const [showsAll, setShowsAll] = useState(false);
  const button = count > MANY && (
    <Button
      variant="tertiary"
      data-size="sm"
      className="not-on-paper"
      aria-pressed={showsAll}
      onClick={() => setShowsAll(!showsAll)}
    >
      {t('showAllRows', { count })}
    </Button>
  );
  return { showsAll, button };
}

import { Button } from '@digdir/designsystemet-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Fewer rows are always rendered completely. */
const MANY = 20;

/**
 * True if all `count` rows are to be rendered, and a button that turns it on, since the browser's own search finds
 * rendered rows only. No button for few rows.
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

import { useTranslation } from 'react-i18next';
import type { BoardGroup } from './board.js';

/** «Mangler møte eller protokoll (12)» */
export function GroupTitle({
  title,
  count,
}: {
  readonly title: NonNullable<BoardGroup['title']>;
  readonly count: number;
}) {
  const { t } = useTranslation('follow-up');
  return (
    <>
      {'area' in title ? title.area : t(`groups.${title.of}`)} ({count})
    </>
  );
}

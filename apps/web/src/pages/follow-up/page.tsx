import { Button } from '@digdir/designsystemet-react';
import { useCallback, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { read, useRead } from '../../api/reads.js';
import { currentLanguage } from '../../words/language.js';
import { Page } from '../../shell/page.js';
import { useSession } from '../../session/session.js';
import { Answered, Empty, mayRead } from '../../parts/states/states.js';
import { useAnnounce } from '../../parts/announcer/announcer.js';
import { FollowUpLinks } from '../../parts/page-links/follow-up-links.js';
import { SpreadsheetButton } from '../../parts/spreadsheet/spreadsheet-button.js';
import { Pages } from '../../parts/pages/pages.js';
import { longDay } from '../../words/dates.js';
import { schoolYearInWords } from '../../words/school-years.js';
import { grouped } from './board/board.js';
import { addressOf, viewOf, type BoardView } from './board/board-address.js';
import { BoardGrid, cellId } from './board/board-grid.js';
import { useBoardSheet } from './board/board-sheet.js';
import { BoardTable } from './board/board-table.js';
import { Filters } from './board/filters.js';
import { Legend } from './board/legend.js';
import styles from './page.module.css';
import { NothingOpen, PanelFrame } from './panel/panel-frame.js';
import { UnitPanel } from './panel/unit-panel.js';
import { SchoolYears } from './school-years.js';

/** The most units that the API gives at once; a municipality of more is shown page by page. */
const SIZE = 200;

/** The address as it is, also where the page has not been drawn by it yet: of two quick choices none is lost. */
const viewNow = () => viewOf(new URLSearchParams(window.location.search));

/** The board of units × months: shows at a glance if the system is followed, with commands beside it (R5). */
export function Component() {
  const { t } = useTranslation('follow-up');
  const { who } = useSession();
  const announce = useAnnounce();
  const [address, setAddress] = useSearchParams();
  const view = useMemo(() => viewOf(address), [address]);
  const change = useCallback(
    (changes: Partial<BoardView>, how: { readonly push?: boolean } = {}) =>
      setAddress(addressOf({ ...viewNow(), ...changes }), { replace: !how.push }),
    [setAddress],
  );

  const { schoolYear, kind, area, state, page, unitId, month } = view;
  const query = {
    page,
    size: SIZE,
    ...(schoolYear !== undefined && { schoolYear }),
    ...(kind && { kind }),
    ...(area !== undefined && { area }),
    ...(state && { state }),
  };
  const byNeed = useRead('/api/board', { query: { ...query, sort: 'needs' } }, { keepWhileAsking: true });
  // All of them are here as a rule, in whatever order; only of more than a page must the order be the API's.
  const isByName = view.order !== 'behov' && (byNeed.data?.total ?? 0) > SIZE;
  const byName = useRead(
    '/api/board',
    { query: { ...query, sort: 'name' } },
    { enabled: isByName, keepWhileAsking: true },
  );
  const board = isByName ? byName : byNeed;
  const groups = useMemo(() => grouped(board.data?.items ?? [], view.order), [board.data, view.order]);
  const total = board.isPlaceholderData ? undefined : board.data?.total;
  const isFiltered = kind !== undefined || area !== undefined || state !== undefined;
  useEffect(() => {
    if (total !== undefined && isFiltered) announce(t('board.shown', { count: total }));
  }, [total, isFiltered, announce, t]);

  const open = useCallback(
    (wanted: string, of: string | undefined) =>
      change({ unitId: wanted, month: of }, { push: viewNow().unitId === undefined }),
    [change],
  );
  const close = useCallback(() => {
    const { unitId: was, month: of } = viewNow();
    change({ unitId: undefined, month: undefined });
    if (was !== undefined) document.getElementById(cellId(was, of))?.focus();
  }, [change]);

  const sheetOf = useBoardSheet();
  // every page of the board, by name: what the filters show, and nothing that they leave out
  const wholeSheet = async () => {
    const pageOf = (nr: number) => read('/api/board', { query: { ...query, page: nr, sort: 'name' } });
    const first = await pageOf(1);
    const rows = [...first.items];
    for (let nr = 2; (nr - 1) * SIZE < first.total; nr += 1) rows.push(...(await pageOf(nr)).items);
    return sheetOf(first, rows);
  };

  const isGrid = !view.asTable && (board.data?.total ?? 0) > 0;
  const year = board.data?.schoolYear ?? schoolYear;
  return (
    <Page
      title={year === undefined ? t('title') : t('titleOfYear', { year: schoolYearInWords(year) })}
      lead={
        board.data &&
        board.data.total > 0 &&
        t('lead', {
          day: longDay(who.today, currentLanguage(), who.today),
          count: board.data.unitsInNeed,
          total: board.data.total,
        })
      }
      actions={
        <>
          {year !== undefined && (
            <SchoolYears
              year={year}
              today={who.today}
              onChange={(next) => change({ schoolYear: next, month: undefined })}
            />
          )}
          {mayRead(board) && (
            <Button
              variant="secondary"
              data-size="sm"
              aria-pressed={view.asTable}
              onClick={() => change({ asTable: !view.asTable })}
            >
              {view.asTable ? t('board.asGrid') : t('board.asTable')}
            </Button>
          )}
          {mayRead(board) && <SpreadsheetButton sheet={wholeSheet} />}
        </>
      }
    >
      <FollowUpLinks />
      <div className={styles.page} data-beside={isGrid || unitId !== undefined}>
        <div className={styles.board} data-size="sm">
          {mayRead(board) && (
            <>
              <Filters view={view} board={board.data} onChange={(changes) => change({ ...changes, page: 1 })} />
              <Legend />
            </>
          )}
          <Answered of={board}>
            {(answer) =>
              answer.total === 0 ? (
                <NoUnits
                  isFiltered={isFiltered}
                  onAll={() => change({ kind: undefined, area: undefined, state: undefined })}
                />
              ) : (
                <>
                  {view.asTable ? (
                    <BoardTable board={answer} groups={groups} />
                  ) : (
                    <BoardGrid board={answer} groups={groups} open={{ unitId, month }} onOpen={open} />
                  )}
                  <Pages page={page} total={answer.total} size={SIZE} onChange={(next) => change({ page: next })} />
                </>
              )
            }
          </Answered>
        </div>
        {unitId === undefined && isGrid && <NothingOpen />}
        {unitId !== undefined && year !== undefined && (
          <PanelFrame about={`${unitId} ${month ?? ''}`} label={t('panel.label')} onClose={close}>
            <UnitPanel
              key={`${unitId} ${month ?? ''}`}
              unitId={unitId}
              month={month}
              schoolYear={year}
              row={board.data?.items.find((it) => it.unitId === unitId)}
            />
          </PanelFrame>
        )}
      </div>
    </Page>
  );
}

function NoUnits({ isFiltered, onAll }: { readonly isFiltered: boolean; readonly onAll: () => void }) {
  const { t } = useTranslation('follow-up');
  return isFiltered ? (
    <Empty
      title={t('empty.filtered')}
      action={
        <Button variant="secondary" onClick={onAll}>
          {t('empty.all')}
        </Button>
      }
    >
      {t('empty.filteredDetail')}
    </Empty>
  ) : (
    <Empty title={t('empty.title')}>{t('empty.detail')}</Empty>
  );
}

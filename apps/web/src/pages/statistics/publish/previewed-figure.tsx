import { Heading, Table } from '@digdir/designsystemet-react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../api/reads.js';
import type { Definition } from '../figures.js';
import { inLanguage, useFigureWords } from '../use-figure-words.js';
import styles from './publish.module.css';

type Previewed = Answer<'/api/publications/preview'>;
type Published = Previewed['publication']['indicators'][number];
type Shown = Published['whole'];

interface PreviewedFigureProps {
  readonly published: Published;
  /** The same figure before anything is hidden. */
  readonly raw: Previewed['raw'][number];
  readonly definition: Definition | undefined;
  /** Smallest number that is shown. */
  readonly k: number;
}

/** One figure as everybody will see it, beside the coordinator's own, whole and by part. */
export function PreviewedFigure({ published, raw, definition, k }: PreviewedFigureProps) {
  const { t } = useTranslation(['publish', 'statistics']);
  const words = useFigureWords();
  const { by, whole, parts } = published;
  const unit = definition?.unit ?? 'number';
  const value = (figure: Shown | undefined) =>
    figure === undefined || 'hidden' in figure
      ? ':'
      : `${words.shown({ ...figure, spread: null, asides: [] }, unit)} (${figure.numerator}/${figure.denominator})`;
  const nameOf = (key: string, name: string | null) => {
    if (name !== null) return name;
    if (by === 'month' || by === 'half-year' || by === 'school-year') return words.period(key);
    if (by === 'unit-kind' && key !== 'none') return t(`statistics:filters.kinds.${key}`);
    return t(`statistics:codes.${by}.${key}`, { defaultValue: key === 'none' ? t('statistics:codes.none') : key });
  };
  const rows = [
    { key: 'whole', name: t('whole'), figure: whole, own: raw.whole, mark: markOf(raw, null) },
    ...(parts ?? []).map(({ key, name, figure }) => ({
      key,
      name: nameOf(key, name),
      figure,
      own: raw.parts?.find((part) => part.key === key)?.figure,
      mark: markOf(raw, key),
    })),
  ];
  return (
    <div>
      <Heading level={3} data-size="2xs">
        {definition ? inLanguage(definition.name) : published.indicator}
      </Heading>
      <div className={styles.scroll}>
        <Table data-size="sm" className={styles.table}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{t(by === null ? 'whole' : `divisions.${by}`)}</Table.HeaderCell>
              <Table.HeaderCell>{t('everybody')}</Table.HeaderCell>
              <Table.HeaderCell>{t('you')}</Table.HeaderCell>
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rows.map(({ key, name, figure, own, mark }) => (
              <Table.Row key={key} data-hidden={'hidden' in figure}>
                <Table.HeaderCell scope="row">{name}</Table.HeaderCell>
                <Table.Cell>
                  {'hidden' in figure ? t('hiddenBecause', { why: t(`reasons.${figure.hidden}`) }) : value(figure)}
                </Table.Cell>
                <Table.Cell>
                  {mark ? (
                    <span className={styles.mark} data-mark={mark}>
                      {value(own)} <small>{t(`marks.words.${mark}`, { k })}</small>
                    </span>
                  ) : (
                    value(own)
                  )}
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </div>
  );
}

const markOf = ({ marks }: PreviewedFigureProps['raw'], key: string | null) => marks.find((it) => it.key === key)?.mark;

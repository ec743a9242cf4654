import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { CheckmarkIcon } from '@navikt/aksel-icons';
import { useId } from 'react';
import { Link } from 'react-router';
import styles from './digests.module.css';
import type { ShownPart } from './digests.js';

type Of<K extends ShownPart['kind']> = { readonly part: Extract<ShownPart, { readonly kind: K }> };

/** A part of a digest with its heading; some need none. */
export function DigestPart({ part }: { readonly part: ShownPart }) {
  const id = useId();
  const content = <Content part={part} />;
  if (part.heading === null) return <div>{content}</div>;
  return (
    <section aria-labelledby={id}>
      <Heading level={3} data-size="xs" id={id} className={styles.heading}>
        {part.heading}
      </Heading>
      {content}
    </section>
  );
}

function Content({ part }: { readonly part: ShownPart }) {
  switch (part.kind) {
    case 'items':
      return <Items part={part} />;
    case 'figures':
      return <Figures part={part} />;
    case 'table':
      return <Numbers part={part} />;
    case 'list':
      return <Good part={part} />;
  }
}

const More = ({ more }: { readonly more: { readonly text: string; readonly to: string } | null }) =>
  more && (
    <Paragraph className={styles.more}>
      <Link to={more.to}>{more.text}</Link>
    </Paragraph>
  );

const Items = ({ part: { items, more } }: Of<'items'>) => (
  <>
    <ul className={styles.items}>
      {items.map(({ matter, to, details }) => (
        <li key={`${to} ${matter} ${details}`}>
          <Link to={to} className={styles.matter}>
            {matter}
          </Link>
          {details && <div className={styles.quiet}>{details}</div>}
        </li>
      ))}
    </ul>
    <More more={more} />
  </>
);

const Figures = ({ part: { rows, more } }: Of<'figures'>) => (
  <>
    <dl className={styles.figures}>
      {rows.map(({ name, to, aside, value }) => (
        <div key={`${to} ${name}`} className={styles.figure}>
          <dt>
            <Link to={to}>{name}</Link>
            {aside && <div className={styles.quiet}>{aside}</div>}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
    <More more={more} />
  </>
);

function Numbers({ part: { heading, columns, rows, total, note } }: Of<'table'>) {
  return (
    <>
      <div className={styles.scroll} role="group" aria-label={heading ?? columns[0]!} tabIndex={0}>
        <table className={styles.numbers}>
          <thead>
            <tr>
              {columns.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(total ? [...rows, total] : rows).map((row) => (
              <tr key={row.name} data-total={row === total || undefined}>
                <th scope="row">{row.to === null ? row.name : <Link to={row.to}>{row.name}</Link>}</th>
                {row.cells.map((cell, i) => (
                  <td key={columns[i + 1]}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Paragraph data-size="sm" className={styles.quiet}>
        {note}
      </Paragraph>
    </>
  );
}

const Good = ({ part: { sentences } }: Of<'list'>) => (
  <ul className={styles.good}>
    {sentences.map(({ text, to }) => (
      <li key={text}>
        <CheckmarkIcon aria-hidden /> {to === null ? text : <Link to={to}>{text}</Link>}
      </li>
    ))}
  </ul>
);

import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useId } from 'react';
import { Link } from 'react-router';
import { DigestPart } from './digest-part.js';
import styles from './digests.module.css';
import type { ShownDigest } from './digests.js';

/** The content of a digest in the language that it was written in, which may be another than the page's. */
export function DigestBody({ digest }: { readonly digest: ShownDigest }) {
  const { language, title, lead, parts, footer } = digest;
  const id = useId();
  return (
    <article lang={language} aria-labelledby={id} className={styles.digest}>
      <div>
        <Heading level={2} data-size="sm" id={id}>
          {title}
        </Heading>
        <Paragraph className={styles.quiet}>{lead}</Paragraph>
      </div>
      {parts.map((part, i) => (
        <DigestPart key={`${i} ${part.kind}`} part={part} />
      ))}
      <footer className={styles.foot}>
        {footer.map(({ text, to }) => (
          <Paragraph key={text} data-size="sm">
            {to === null ? text : <Link to={to}>{text}</Link>}
          </Paragraph>
        ))}
      </footer>
    </article>
  );
}

import { Heading, Paragraph } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '../../shell/page.js';
import { Answered } from '../../parts/states/states.js';
import { guideLanguage, pictureAt, readGuide } from './guide.js';
import styles from './help.module.css';
import { blocksOf, type Block, type Span } from './markdown.js';

/** The guide as pages: contents and recipes. */
export function Component() {
  const { t } = useTranslation('help');
  const { name = 'README' } = useParams();
  const language = guideLanguage();
  const guide = useQuery({
    queryKey: ['guide', language, name],
    queryFn: () => readGuide(name),
    staleTime: Infinity,
  });
  const [title, ...blocks] = guide.data === undefined ? [] : blocksOf(guide.data);
  return (
    <Page title={title?.kind === 'heading' ? wordsOf(title.text) : t('title')}>
      <Answered of={guide}>
        {() => (
          <article lang={language} className={styles.guide}>
            {blocks.map((block, i) => (
              <Shown key={i} block={block} />
            ))}
            {name !== 'README' && (
              <Paragraph className="not-on-paper">
                <Link to="/hjelp">{t('all')}</Link>
              </Paragraph>
            )}
          </article>
        )}
      </Answered>
    </Page>
  );
}

const wordsOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');

function Shown({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Heading level={block.level === 3 ? 3 : 2} data-size="xs">
          <Spans of={block.text} />
        </Heading>
      );
    case 'picture':
      return <img src={pictureAt(block.path)} alt={block.alt} className={styles.picture} />;
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Spans of={item} />
        </li>
      ));
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'text':
      return (
        <Paragraph>
          <Spans of={block.text} />
        </Paragraph>
      );
  }
}

function Spans({ of }: { readonly of: readonly Span[] }) {
  return of.map((span, i) => {
    if (span.kind === 'strong') return <strong key={i}>{span.text}</strong>;
    if (span.kind === 'code') return <code key={i}>{span.text}</code>;
    if (span.kind === 'link')
      return (
        <Link key={i} to={`/hjelp/${span.to.replace(/\.md$/, '')}`}>
          {span.text}
        </Link>
      );
    return span.text;
  });
}

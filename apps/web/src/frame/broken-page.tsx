import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

/** A page that broke, or whose part could not be fetched: what was saved is safe, and loading again is the remedy. */
function BrokenPage() {
  const { t } = useTranslation('frame');
  return (
    <main className="broken-page">
      <Heading level={1} data-size="md">
        {t('broken.title')}
      </Heading>
      <Paragraph>{t('broken.detail')}</Paragraph>
      <Button onClick={() => location.reload()}>{t('broken.reload')}</Button>
    </main>
  );
}

interface Guarded {
  /** Of the place that is shown: whoever goes on to another has left what broke. */
  readonly at: string;
  readonly children: ReactNode;
}

class Guard extends Component<Guarded, { readonly broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError = () => ({ broken: true });
  override componentDidUpdate({ at }: Guarded) {
    if (this.state.broken && at !== this.props.at) this.setState({ broken: false });
  }
  override render() {
    return this.state.broken ? <BrokenPage /> : this.props.children;
  }
}

/** What is within, as long as it can be shown. */
export function UnlessBroken({ children }: { readonly children: ReactNode }) {
  return <Guard at={useLocation().key}>{children}</Guard>;
}

import { Button, Heading, Paragraph } from '@digdir/designsystemet-react';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

/** Shown for a page that failed or could not be loaded: saved data is safe, and reloading helps. */
function BrokenPage() {
  const { t } = useTranslation(['shell', 'parts']);
  // when offline, the page did not fail: it could not be loaded
  const kind = navigator.onLine ? 'broken' : 'parts:states.offline';
  return (
    <main className="broken-page">
      <div role="alert">
        <Heading level={1} data-size="md">
          {t(`${kind}.title`)}
        </Heading>
        <Paragraph>{t(`${kind}.detail`)}</Paragraph>
      </div>
      <Button onClick={() => location.reload()}>{t('broken.reload')}</Button>
    </main>
  );
}

interface Guarded {
  /** The current location; navigating elsewhere clears the error. */
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

/** Shows its children, or the error page when they fail. */
export function UnlessBroken({ children }: { readonly children: ReactNode }) {
  return <Guard at={useLocation().key}>{children}</Guard>;
}

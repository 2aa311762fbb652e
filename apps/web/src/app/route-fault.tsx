import { Button } from '@mantine/core';
import { useWords } from '../platform/i18n.ts';
import { lookForServer, useWhenNetworkIsBack } from '../platform/network-state.ts';
import { NeverOpened } from '../platform/never-opened.tsx';
import { PageHeading } from '../platform/page-heading.tsx';
import { platformWords } from '../platform/platform.words.ts';
import { Notice } from '../ui/notice.tsx';
import { PageUnreachedError } from './lazy-page.ts';

/** A fault of the page itself (or a page file that a new release has replaced). */
export function RouteFault({ error }: { readonly error: unknown }) {
  const t = useWords(platformWords);
  if (error instanceof PageUnreachedError) return <UnreachedPage />;
  return (
    <Notice
      kind="error"
      title={t('faultTitle')}
      actions={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
    >
      <p>{t('faultDetail')}</p>
      <code>{error instanceof Error ? error.message : String(error)}</code>
    </Notice>
  );
}

/** Nothing typed is on a page that never opened, so it may load anew as soon as the server is there. */
function UnreachedPage() {
  const t = useWords(platformWords);
  const reload = () => location.reload();
  useWhenNetworkIsBack(reload);
  return (
    <>
      <PageHeading>{t('networkTitle')}</PageHeading>
      <NeverOpened onRetry={() => void lookForServer().then((there) => (there ? reload() : undefined))} />
    </>
  );
}

import { Button } from '@mantine/core';
import { useWords } from '../platform/i18n.ts';
import { platformWords } from '../platform/platform.words.ts';
import { Notice } from '../ui/notice.tsx';

/** A fault of the page itself (or a page file that a new release has replaced). */
export function RouteFault({ error }: { readonly error: unknown }) {
  const t = useWords(platformWords);
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

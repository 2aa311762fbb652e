import { Button } from '@mantine/core';
import { Notice } from '../ui/notice.tsx';
import { useWords } from './i18n.ts';
import { platformWords } from './platform.words.ts';

/** Without network there is nothing to show of what was never opened before. */
export function NeverOpened({ onRetry }: { readonly onRetry: () => void }) {
  const t = useWords(platformWords);
  return (
    <Notice
      kind="warning"
      title={t('neverOpened')}
      actions={
        <Button variant="outline" size="xs" onClick={onRetry}>
          {t('retry')}
        </Button>
      }
    />
  );
}

import { MOST_SIGNED_MB } from '@benvung/contract/document';
import type { ButtonProps } from '@mantine/core';
import { formatCount } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { megabytesOf, useSizeLimit } from '../../platform/use-size-limit.ts';
import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { documentWords } from './document.words.ts';

interface SignedFileButtonProps extends Pick<ButtonProps, 'variant' | 'loading'> {
  readonly label: string;
  readonly several?: boolean;
  readonly onFile: (file: File) => void;
}

/** Chooses a signed copy: a scan or a digitally signed file, no larger than the server takes. */
export function SignedFileButton({ onFile, ...button }: SignedFileButtonProps) {
  const t = useWords(documentWords);
  const { tooBig, take } = useSizeLimit(MOST_SIGNED_MB, onFile);
  return (
    <>
      <FileButton {...button} accept="application/pdf,image/jpeg,image/png" onFile={take} />
      {tooBig === null ? null : (
        <Notice
          kind="error"
          title={t('tooBig', {
            name: tooBig.name,
            size: formatCount(megabytesOf(tooBig)),
            most: MOST_SIGNED_MB,
          })}
        />
      )}
    </>
  );
}

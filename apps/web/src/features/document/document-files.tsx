import type { DocumentFormat, DocumentView } from '@benvung/contract/document';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { saveFile } from '../../platform/export/save-file.ts';
import { formatCount, formatInstant } from '../../platform/formats.ts';
import { useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { Block } from '../../ui/block.tsx';
import { documentFile, pdfAddress } from './document.api.ts';
import styles from './document.module.css';
import { documentWords } from './document.words.ts';

/** The stored files, and those drawn when they are asked for. */
export function DocumentFiles({ document }: { readonly document: DocumentView }) {
  const t = useWords(documentWords);
  const get = useMutation({
    mutationFn: (format: DocumentFormat) => documentFile(document.id, format),
    onSuccess: saveFile,
  });
  const button = (format: DocumentFormat, label: string) => (
    <Button
      variant="outline"
      loading={get.isPending && get.variables === format}
      onClick={() => get.mutate(format)}
    >
      {label}
    </Button>
  );
  return (
    <Block title={t('files')}>
      <div className={styles.line}>
        <Button variant="outline" component="a" href={pdfAddress(document.id)} target="_blank" rel="noopener">
          {t('viewPdf')}
        </Button>
        {button('pdf', t('getPdf'))}
        {button('docx', t('getWord'))}
        {document.hasTables ? button('xlsx', t('getExcel')) : null}
      </div>
      {document.ownTemplate ? <p className={styles.second}>{t('ownTemplate')}</p> : null}
      {get.isError ? <ProblemNotice error={get.error} /> : null}
      {document.copies.length === 0 ? <p className={styles.second}>{t('noFiles')}</p> : null}
      <ul>
        {document.copies.map((copy) => (
          <li key={copy.role}>
            {t(copy.role === 'record' ? 'recordFile' : 'signedFile')}: {copy.name},{' '}
            {formatCount(Math.ceil(copy.size / 1024))} kB, {formatInstant(copy.madeAt)}, {copy.madeBy},
            SHA-256 <code className={styles.hash}>{copy.hash.slice(0, 16)}…</code>{' '}
            {button(copy.role, t('get'))}
          </li>
        ))}
      </ul>
    </Block>
  );
}

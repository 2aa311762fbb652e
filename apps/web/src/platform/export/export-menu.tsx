import { FILE_FORMATS, type FileFormat } from '@benvung/contract/exchange';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ModalBox } from '../../ui/modal-box.tsx';
import { showToast } from '../../ui/toasts.tsx';
import type { ReceivedFile } from '../http.ts';
import { useWords } from '../i18n.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { exportWords } from './export.words.ts';
import { PurposeForm } from './purpose-form.tsx';
import { saveFile } from './save-file.ts';

export interface ExportChoice {
  readonly format: FileFormat;
  /** Empty where none is asked. */
  readonly purpose: string;
  /** Names of the closed fields that are wanted too. */
  readonly closed: readonly string[];
}

export interface ClosedChoice {
  readonly value: string;
  readonly label: string;
}

interface ExportMenuProps {
  readonly label?: string;
  readonly what?: 'list' | 'table';
  /** A list that names people: the purpose is asked first. */
  readonly personal?: boolean;
  /** Closed fields the reader may ask for, each by itself. */
  readonly closed?: readonly ClosedChoice[];
  readonly load: (choice: ExportChoice) => Promise<ReceivedFile>;
}

/** The one way a list or table leaves the screen: Excel as printed, CSV, JSON. */
export function ExportMenu({ label, what = 'list', personal = false, closed = [], load }: ExportMenuProps) {
  const t = useWords(exportWords);
  const [asking, setAsking] = useState<FileFormat | null>(null);
  const work = useMutation({
    mutationFn: load,
    onSuccess: (file) => {
      saveFile(file);
      setAsking(null);
      showToast({ text: t('done', { name: file.name }) });
    },
  });
  const start = (format: FileFormat) => {
    work.reset();
    if (personal) setAsking(format);
    else work.mutate({ format, purpose: '', closed: [] });
  };
  const working = work.isPending && asking === null;
  return (
    <div className="no-print">
      <MenuButton
        label={working ? t('working') : (label ?? t(what))}
        items={FILE_FORMATS.map((format) => ({ key: format, label: t(format), run: () => start(format) }))}
      />
      {work.isError && asking === null ? <ProblemNotice error={work.error} /> : null}
      {asking === null ? null : (
        <ModalBox title={t('purposeTitle')} onClose={() => setAsking(null)}>
          <PurposeForm
            format={asking}
            closed={closed}
            busy={work.isPending}
            error={work.error}
            onSend={(purpose, fields) => work.mutate({ format: asking, purpose, closed: fields })}
            onClose={() => setAsking(null)}
          />
        </ModalBox>
      )}
    </div>
  );
}

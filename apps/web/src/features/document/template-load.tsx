import type { DocumentTemplates } from '@benvung/contract/document';
import type { DocumentKind } from '@benvung/domain/document/document-data';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { DayField } from '../../platform/day-field.tsx';
import { saveFile } from '../../platform/export/save-file.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { FileButton } from '../../ui/file-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './document.module.css';
import { checkTemplate, loadTemplate, previewTemplate, startingFile } from './template.api.ts';
import { templateWords } from './template.words.ts';

interface TemplateLoadProps {
  readonly kinds: DocumentTemplates['kinds'];
  readonly unit: { readonly id: number; readonly name: string };
  readonly today: string;
}

/** A starting file, the check of what was made of it, a preview, and then the loading. */
export function TemplateLoad({ kinds, unit, today }: TemplateLoadProps) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const [kind, setKind] = useState<DocumentKind>('certificate');
  const [file, setFile] = useState<File | null>(null);
  const [validFrom, setValidFrom] = useState<string | null>(today);
  const start = useMutation({ mutationFn: startingFile, onSuccess: saveFile });
  const check = useMutation({ mutationFn: checkTemplate });
  const preview = useMutation({ mutationFn: previewTemplate, onSuccess: saveFile });
  const load = useCommand({
    send: loadTemplate,
    changes: [['document-templates']],
    done: () => t('done'),
    onDone: () => {
      setFile(null);
      check.reset();
    },
  });
  const choose = (chosen: File | undefined, of: DocumentKind) => {
    if (chosen === undefined) return;
    setFile(chosen);
    check.mutate({ kind: of, file: chosen });
  };
  const fine = check.data !== undefined && check.data.faults.length === 0;
  const failed = [start, check, preview, load].find((one) => one.isError)?.error;
  return (
    <Block title={t('load')} screenOnly>
      <div className={styles.drop}>
        <ChoiceField
          label={t('kind')}
          value={kind}
          choices={kinds.map((one) => ({ value: one.kind, label: KIND_RULES[one.kind].label[language] }))}
          onChange={(chosen) => {
            if (chosen === '') return;
            setKind(chosen);
            if (file !== null) check.mutate({ kind: chosen, file });
          }}
        />
        <div className={styles.line}>
          <Button variant="outline" loading={start.isPending} onClick={() => start.mutate(kind)}>
            {t('start')}
          </Button>
          <FileButton
            label={t('choose')}
            accept=".docx"
            variant={file === null ? 'filled' : 'outline'}
            loading={check.isPending}
            onFile={(chosen) => choose(chosen, kind)}
          />
          {file === null ? null : <span className={styles.second}>{t('chosen', { file: file.name })}</span>}
        </div>
        {check.data === undefined ? null : <CheckOutcome check={check.data} />}
        {fine && file !== null ? (
          <>
            <DayField label={t('from')} value={validFrom} onChange={setValidFrom} today={today} />
            <div className={styles.line}>
              <Button
                loading={load.isPending}
                onClick={() => {
                  if (validFrom !== null) load.mutate({ kind, file, unit: unit.id, validFrom });
                }}
              >
                {t('take')}
              </Button>
              <Button
                variant="outline"
                loading={preview.isPending}
                onClick={() => preview.mutate({ kind, file })}
              >
                {t('preview')}
              </Button>
              <span className={styles.second}>{unit.name}</span>
            </div>
          </>
        ) : null}
        {failed ? <ProblemNotice error={failed} /> : null}
      </div>
      <FieldTable fields={kinds.find((one) => one.kind === kind)?.fields ?? []} />
    </Block>
  );
}

function CheckOutcome({
  check,
}: {
  readonly check: { faults: { vi: string; en: string }[]; fields: string[] };
}) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const count = check.faults.length;
  if (count === 0) return <Notice kind="done" title={t('fine', { count: String(check.fields.length) })} />;
  return (
    <Notice kind="error" title={t('faults', { count: String(count) })}>
      <ul>
        {check.faults.map((fault) => (
          <li key={fault.vi}>{fault[language]}</li>
        ))}
      </ul>
    </Notice>
  );
}

function FieldTable({ fields }: { readonly fields: DocumentTemplates['kinds'][number]['fields'] }) {
  const t = useWords(templateWords);
  return (
    <details>
      <summary>{t('fields')}</summary>
      <ul>
        {fields.map(({ name, required, loop, drawn }) => (
          <li key={name}>
            <code>{`{${name}}`}</code>
            {required ? ` · ${t('required')}` : ''}
            {loop ? ` · ${t('loop', { open: `{#${name}}`, close: `{/${name}}` })}` : ''}
            {drawn ? ` · ${t('drawn')}` : ''}
          </li>
        ))}
      </ul>
    </details>
  );
}

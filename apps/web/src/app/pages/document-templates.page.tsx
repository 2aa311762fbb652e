import type { DocumentTemplates } from '@benvung/contract/document';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import styles from '../../features/document/document.module.css';
import { retireTemplate, templateFile, templatesQuery } from '../../features/document/template.api.ts';
import { templateWords } from '../../features/document/template.words.ts';
import { TemplateLoad } from '../../features/document/template-load.tsx';
import { Answer } from '../../platform/answer.tsx';
import { saveFile } from '../../platform/export/save-file.ts';
import { formatDay } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { PageHeading } from '../../platform/page-heading.tsx';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TableBox } from '../../ui/table-box.tsx';
import { TableHead } from '../../ui/table-head.tsx';
import { useSession } from '../session-context.ts';
import { usePlace } from '../use-place.ts';
import { PlacePath } from './place-path.tsx';

/** "Văn bản của đơn vị in theo mẫu nào, từ ngày nào?" */
export function DocumentTemplatesPage() {
  const t = useWords(templateWords);
  const place = usePlace();
  const { today } = useSession();
  const templates = useQuery(templatesQuery);
  return (
    <>
      <PlacePath />
      <PageHeading>{t('title')}</PageHeading>
      <p>{t('lead')}</p>
      <Answer query={templates} rows={4}>
        {(data) => (
          <>
            <TemplateLoad kinds={data.kinds} unit={place.unit} today={today} />
            <Block title={t('loaded')}>
              {data.templates.length === 0 ? (
                <Notice kind="empty" title={t('none')} />
              ) : (
                <Loaded templates={data.templates} />
              )}
            </Block>
          </>
        )}
      </Answer>
    </>
  );
}

function Loaded({ templates }: Pick<DocumentTemplates, 'templates'>) {
  const t = useWords(templateWords);
  const language = useLanguage();
  const get = useMutation({ mutationFn: templateFile, onSuccess: saveFile });
  const retire = useCommand({
    send: retireTemplate,
    changes: [['document-templates']],
    done: () => t('gone'),
  });
  const failed = get.error ?? retire.error;
  return (
    <TableBox className={styles.scroll} label={t('loaded')}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t('loaded')}</caption>
        <TableHead words={['kind', 'unit', 'from', 'file', 'who', 'state']} t={t} />
        <tbody>
          {templates.map((one) => (
            <tr key={one.id}>
              <th scope="row">{KIND_RULES[one.kind].label[language]}</th>
              <td>{one.unitName}</td>
              <td>{formatDay(one.validFrom)}</td>
              <td>
                <Button variant="subtle" onClick={() => get.mutate(one.id)}>
                  {one.fileName}
                </Button>
              </td>
              <td>{one.loadedBy}</td>
              <td className={styles.line}>
                {t(one.retiredAt === null ? 'inForce' : 'retired')}
                {one.own && one.retiredAt === null ? (
                  <Button variant="outline" onClick={() => retire.mutate(one.id)}>
                    {t('retire')}
                  </Button>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {failed ? <ProblemNotice error={failed} /> : null}
    </TableBox>
  );
}

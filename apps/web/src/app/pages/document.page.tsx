import type { DocumentView } from '@benvung/contract/document';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { documentQuery } from '../../features/document/document.api.ts';
import styles from '../../features/document/document.module.css';
import { documentWords } from '../../features/document/document.words.ts';
import { DocumentActs } from '../../features/document/document-acts.tsx';
import { DocumentFiles } from '../../features/document/document-files.tsx';
import { DocumentStateChip } from '../../features/document/document-state.tsx';
import { Answer } from '../../platform/answer.tsx';
import { formatDay, formatInstant } from '../../platform/formats.ts';
import { isMissing } from '../../platform/http.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { MissingPage } from '../../platform/missing-page.tsx';
import { PageHeading } from '../../platform/page-heading.tsx';
import { platformWords } from '../../platform/platform.words.ts';
import { Block } from '../../ui/block.tsx';

/** "Văn bản này ở bước nào, tệp nào là bản lưu?" */
export function DocumentPage() {
  const t = useWords(documentWords);
  const shared = useWords(platformWords);
  const { id } = useParams({ from: '/van-ban/$id' });
  const document = useQuery(documentQuery(id));
  if (document.data === undefined && isMissing(document.error))
    return (
      <MissingPage title={shared('notFoundTitle')} wayBack={<Link to="/van-ban">{t('toRegister')}</Link>} />
    );
  return (
    <>
      <p>
        <Link to="/van-ban">{t('toRegister')}</Link>
      </p>
      {document.data === undefined ? <PageHeading>{t('title')}</PageHeading> : null}
      <Answer query={document} rows={8}>
        {(data) => <OneDocument document={data} />}
      </Answer>
    </>
  );
}

function OneDocument({ document }: { readonly document: DocumentView }) {
  const t = useWords(documentWords);
  const language = useLanguage();
  const navigate = useNavigate();
  return (
    <>
      <PageHeading>{document.title}</PageHeading>
      <p className={styles.line}>
        <DocumentStateChip document={document} />
        <strong>{document.reference ?? t('noNumber')}</strong>
        <span>{KIND_RULES[document.kind].label[language]}</span>
        <span>{formatDay(document.day)}</span>
        <span>{document.issuer}</span>
      </p>
      {document.endReason === null ? null : <p>{t('endReason', { reason: document.endReason })}</p>}
      {document.replacedBy === null ? null : (
        <p>
          <Link to="/van-ban/$id" params={{ id: document.replacedBy.id }}>
            {t('replacedBy', { reference: document.replacedBy.reference ?? '' })}
          </Link>
        </p>
      )}
      {document.copiesToSign > 1 ? <p>{t('copies', { count: String(document.copiesToSign) })}</p> : null}
      <DocumentActs document={document} onGone={() => void navigate({ to: '/van-ban' })} />
      <DocumentFiles document={document} />
      <Block title={t('history')}>
        <ul>
          {document.events.map((event, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the history only grows
            <li key={at}>
              {formatInstant(event.at)} · {t(`act_${event.act}` as 'act_make')} · {event.actor}
              {event.note === null ? '' : ` · ${event.note}`}
            </li>
          ))}
        </ul>
        <p className={styles.second}>
          {document.code === null ? '' : `${t('code')}: ${document.code} · `}
          {t('dataHash')}: <code className={styles.hash}>{document.dataHash}</code>
        </p>
      </Block>
    </>
  );
}

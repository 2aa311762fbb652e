import { useQuery } from '@tanstack/react-query';
import { Answer } from '../../platform/answer.tsx';
import { useWords } from '../../platform/i18n.ts';
import { Block } from '../../ui/block.tsx';
import { Notice } from '../../ui/notice.tsx';
import { registerQuery } from './document.api.ts';
import { documentWords } from './document.words.ts';
import { DocumentTable } from './document-table.tsx';

interface DocumentListProps {
  /** What the documents are about: a household, a case, a round, a village, a meeting, a posting, a grievance. */
  readonly about: { readonly kind: string; readonly id: string };
}

/** The documents about one thing, for its page. */
export function DocumentList({ about }: DocumentListProps) {
  const t = useWords(documentWords);
  const documents = useQuery(registerQuery({ about: `${about.kind}:${about.id}` }));
  return (
    <Block title={t('documentsOf')}>
      <Answer query={documents} rows={2}>
        {(data) =>
          data.documents.length === 0 ? (
            <Notice kind="empty" title={t('noneOf')} />
          ) : (
            <DocumentTable documents={data.documents} caption={t('documentsOf')} />
          )
        }
      </Answer>
    </Block>
  );
}

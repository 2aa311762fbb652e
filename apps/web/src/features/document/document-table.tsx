import type { DocumentLine } from '@benvung/contract/document';
import { KIND_RULES } from '@benvung/domain/document/document-kinds';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../platform/formats.ts';
import { useLanguage, useWords } from '../../platform/i18n.ts';
import { TableBox } from '../../ui/table-box.tsx';
import { TableHead } from '../../ui/table-head.tsx';
import styles from './document.module.css';
import { documentWords } from './document.words.ts';
import { DocumentStateChip } from './document-state.tsx';

interface DocumentTableProps {
  readonly documents: readonly DocumentLine[];
  readonly caption: string;
}

/** Lines of a register: number, what it is, the day, where it stands. */
export function DocumentTable({ documents, caption }: DocumentTableProps) {
  const t = useWords(documentWords);
  const language = useLanguage();
  return (
    <TableBox className={styles.scroll} label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <TableHead words={['number', 'name', 'kind', 'day', 'state', 'who']} t={t} />
        <tbody>
          {documents.map((document) => (
            <tr key={document.id}>
              <td className={styles.reference}>{document.reference ?? t('noNumber')}</td>
              <th scope="row">
                <Link to="/van-ban/$id" params={{ id: document.id }}>
                  {document.title}
                </Link>
              </th>
              <td>{KIND_RULES[document.kind].label[language]}</td>
              <td>{formatDay(document.day)}</td>
              <td>
                <DocumentStateChip document={document} />
              </td>
              <td>{document.createdBy}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

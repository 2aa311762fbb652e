import { Button } from '@mantine/core';
import styles from './pages.module.css';

interface PagesProps {
  readonly page: number;
  readonly pages: number;
  readonly texts: {
    readonly label: string;
    readonly previous: string;
    readonly next: string;
    readonly at: (page: number, pages: number) => string;
  };
  readonly onPage: (page: number) => void;
}

interface PagesOfListProps {
  readonly page: { readonly page: number; readonly pageSize: number; readonly total: number };
  /** The words of the feature: `paging`, `previous`, `next` and `page` with its blanks. */
  readonly t: ((key: 'paging' | 'previous' | 'next') => string) &
    ((key: 'page', fill: { readonly page: number; readonly pages: number }) => string);
  readonly onPage: (page: number) => void;
}

/** The pages of a list as the server tells of it. */
export function PagesOfList({ page: { page, pageSize, total }, t, onPage }: PagesOfListProps) {
  return (
    <Pages
      page={page}
      pages={Math.max(1, Math.ceil(total / pageSize))}
      texts={{
        label: t('paging'),
        previous: t('previous'),
        next: t('next'),
        at: (at, all) => t('page', { page: at, pages: all }),
      }}
      onPage={onPage}
    />
  );
}

/** Previous and next; nothing when there is one page. A way that does not exist is not shown. */
export function Pages({ page, pages, texts, onPage }: PagesProps) {
  if (pages <= 1) return null;
  return (
    <nav aria-label={texts.label} className={`${styles.pages} no-print`}>
      {page > 1 ? (
        <Button variant="outline" onClick={() => onPage(page - 1)}>
          {texts.previous}
        </Button>
      ) : null}
      <span>{texts.at(page, pages)}</span>
      {page < pages ? (
        <Button variant="outline" onClick={() => onPage(page + 1)}>
          {texts.next}
        </Button>
      ) : null}
    </nav>
  );
}

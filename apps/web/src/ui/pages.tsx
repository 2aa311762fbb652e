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

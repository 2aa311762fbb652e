import type { ReactNode } from 'react';
import { PageHeading } from './page-heading.tsx';

interface MissingPageProps {
  readonly title: string;
  /** Where there is something: a link. */
  readonly wayBack: ReactNode;
  readonly children?: ReactNode;
}

/** A whole page that is not there, or not for this reader; asking again would not help. */
export function MissingPage({ title, wayBack, children }: MissingPageProps) {
  return (
    <>
      <PageHeading>{title}</PageHeading>
      {children === undefined ? null : <p>{children}</p>}
      <p>{wayBack}</p>
    </>
  );
}

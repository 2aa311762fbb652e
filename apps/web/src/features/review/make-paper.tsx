import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from '../../platform/problem-notice.tsx';
import { useCommand } from '../../platform/use-command.ts';

interface MakePaperProps {
  readonly label: string;
  readonly made: string;
  readonly open: string;
  readonly look?: 'outline' | 'subtle';
  readonly send: (commandId: string) => Promise<{ readonly documentId: string }>;
  readonly renderDocument: (id: string, text: string) => ReactNode;
}

/** A button that makes a paper, and afterwards the way to it. */
export function MakePaper({ label, made, open, look = 'outline', send, renderDocument }: MakePaperProps) {
  const make = useCommand({
    send: (_: null, commandId) => send(commandId),
    changes: [['documents']],
    done: () => made,
  });
  if (make.data !== undefined) return <>{renderDocument(make.data.documentId, open)}</>;
  return (
    <>
      {make.isError ? <ProblemNotice error={make.error} /> : null}
      <Button variant={look} loading={make.isPending} onClick={() => make.mutate(null)}>
        {label}
      </Button>
    </>
  );
}

import { Button } from '@mantine/core';
import { useState } from 'react';
import { Notice } from '../ui/notice.tsx';
import { copyText } from './clipboard.ts';
import { isFinal, NetworkError, ProblemError, UnexpectedAnswerError } from './http.ts';
import { type Translate, useWords } from './i18n.ts';
import { platformWords } from './platform.words.ts';

interface Told {
  readonly title: string;
  readonly details: readonly string[];
  /** The code, then what helps to look it up; all of it is copied, the code is shown. */
  readonly code: string;
}

type Say = Translate<(typeof platformWords)['vi']>;

/** What to tell about a failure: what, where, what to do, and a code that can be handed on. */
export function tellProblem(error: unknown, t: Say): Told {
  if (error instanceof ProblemError) {
    const { title, detail, code, errors, status, instance } = error.problem;
    const cells = (errors ?? []).map((cell) => `${cell.at}: ${cell.message}`);
    const details = [...(detail === undefined ? [] : [detail]), ...cells];
    const missing = status === 404 && code === 'shared.not-found';
    return {
      title: missing ? t('notFoundTitle') : title,
      details,
      code: `${code} ${title} ${instance ?? ''}`.trim(),
    };
  }
  if (error instanceof NetworkError) {
    return { title: t('networkTitle'), details: [t('networkDetail')], code: 'web.network-lost' };
  }
  const code = error instanceof UnexpectedAnswerError ? 'web.unexpected-answer' : 'web.fault';
  const said = error instanceof Error ? error.message.slice(0, 300) : String(error);
  return { title: t('unexpectedTitle'), details: [t('unexpectedDetail')], code: `${code} ${said}` };
}

interface ProblemNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** Time of the figures still shown. */
  readonly staleSince?: string;
}

/** Not a fault: the act belongs to another role, or the place to another's area. */
const isRefusedByRole = (error: unknown): error is ProblemError =>
  error instanceof ProblemError &&
  error.problem.status === 403 &&
  error.problem.code !== 'shared.foreign-request';

export function ProblemNotice({ error, onRetry, staleSince }: ProblemNoticeProps) {
  const t = useWords(platformWords);
  const [copied, setCopied] = useState(false);
  const told = tellProblem(error, t);
  if (isRefusedByRole(error))
    return (
      <div role="status">
        <Notice kind="note" title={told.title}>
          {told.details.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {error.problem.code === 'shared.not-allowed' ? <p>{t('askThem')}</p> : null}
        </Notice>
      </div>
    );
  const retry =
    onRetry === undefined || isFinal(error) ? null : (
      <Button variant="outline" size="xs" onClick={onRetry}>
        {t('retry')}
      </Button>
    );
  const copy = (
    <Button
      variant="subtle"
      size="xs"
      onClick={() => {
        copyText(told.code);
        setCopied(true);
      }}
    >
      {copied ? t('copied') : t('copyCode')}
    </Button>
  );
  return (
    <Notice
      kind="error"
      title={told.title}
      actions={
        <>
          {retry}
          {copy}
          <code>{t('code', { code: told.code.split(' ')[0] ?? '' })}</code>
        </>
      }
    >
      {told.details.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {staleSince === undefined ? null : <p>{t('stale', { time: staleSince })}</p>}
    </Notice>
  );
}

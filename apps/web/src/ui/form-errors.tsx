import { useEffect, useRef } from 'react';
import styles from './form-errors.module.css';
import { Notice } from './notice.tsx';

export interface FieldError {
  /** The id of the field's element. */
  readonly field: string;
  readonly message: string;
}

interface FormErrorsProps {
  /** "Còn 2 chỗ phải sửa" */
  readonly title: string;
  readonly errors: readonly FieldError[];
  /** Grows with each attempt: the summary takes the focus again. */
  readonly attempt: number;
}

const MARK = { vi: 'Lỗi: ', en: 'Error: ' } as const;

/** The browser's title begins with "Lỗi:" while something is wrong. */
function useMarkedTitle(wrong: boolean): void {
  useEffect(() => {
    if (!wrong) return;
    const mark = document.documentElement.lang === 'en' ? MARK.en : MARK.vi;
    document.title = mark + document.title;
    return () => {
      document.title = document.title.replace(mark, '');
    };
  }, [wrong]);
}

/** From two errors on, a summary that takes the focus and leads to each field; the same words stand at the fields. */
export function FormErrors({ title, errors, attempt }: FormErrorsProps) {
  const box = useRef<HTMLDivElement>(null);
  const many = errors.length > 1;
  const first = errors[0]?.field;
  useMarkedTitle(attempt > 0 && first !== undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves once an attempt, not as errors are mended
  useEffect(() => {
    if (attempt === 0 || first === undefined) return;
    if (many) box.current?.focus();
    else document.getElementById(first)?.focus();
  }, [attempt]);
  if (!many) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind="error" title={title}>
        <ul className={styles.errors}>
          {errors.map(({ field, message }) => (
            <li key={field}>
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(field)?.focus();
                }}
              >
                {message}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

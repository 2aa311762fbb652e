import { type ReactNode, useEffect, useState } from 'react';
import styles from './skeleton.module.css';

/** True once `after` milliseconds have passed: quick answers never flash. */
export function useWaitedFor(after: number): boolean {
  const [waited, setWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(true), after);
    return () => clearTimeout(timer);
  }, [after]);
  return waited;
}

interface SkeletonProps {
  readonly rows: number;
  /** Said to screen readers at once, and shown after three seconds. */
  readonly label: string;
  readonly children?: ReactNode;
}

export function Skeleton({ rows, label }: SkeletonProps) {
  const shown = useWaitedFor(300);
  const slow = useWaitedFor(3000);
  if (!shown) return null;
  return (
    <div className={styles.rows} role="status">
      <span className={slow ? undefined : 'visually-hidden'}>{label}</span>
      {Array.from({ length: rows }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows without identity
        <div key={at} className={styles.row} style={{ width: `${100 - ((at * 7) % 30)}%` }} />
      ))}
    </div>
  );
}

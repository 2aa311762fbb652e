import { Button } from '@mantine/core';
import type { ReactNode } from 'react';

interface FormFootProps {
  readonly className: string | undefined;
  /** What sending the form does. */
  readonly act: ReactNode;
  /** It is being sent. */
  readonly busy: boolean;
  readonly close: string;
  readonly closeLook?: 'outline' | 'subtle';
  readonly onClose: () => void;
}

/** The foot of a form: send it, or leave it as it was. */
export function FormFoot({ className, act, busy, close, closeLook = 'outline', onClose }: FormFootProps) {
  return (
    <div className={className}>
      <Button type="submit" loading={busy}>
        {act}
      </Button>
      <Button variant={closeLook} onClick={onClose}>
        {close}
      </Button>
    </div>
  );
}

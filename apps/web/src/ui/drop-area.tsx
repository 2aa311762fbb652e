import { type DragEvent, type ReactNode, useState } from 'react';

interface DropAreaProps {
  readonly className: string | undefined;
  /** Worn while a file is held over it. */
  readonly overClassName: string | undefined;
  readonly onFile: (file: File | undefined) => void;
  /** Several may be dropped at once; `onFile` is then called for each. */
  readonly several?: boolean;
  readonly children: ReactNode;
}

/** Where a file may also be dropped; a button inside is the way for everyone. */
export function DropArea({ className, overClassName, onFile, several = false, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the button is the way for everyone
    <div
      className={`${className} ${over ? overClassName : ''} no-print`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const files = several ? [...event.dataTransfer.files] : [event.dataTransfer.files[0]];
        for (const file of files) onFile(file);
      }}
    >
      {children}
    </div>
  );
}

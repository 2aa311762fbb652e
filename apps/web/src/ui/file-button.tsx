import { Button, type ButtonProps } from '@mantine/core';
import { useRef } from 'react';
import long from './long-button.module.css';

interface FileButtonProps extends Pick<ButtonProps, 'variant' | 'loading'> {
  readonly label: string;
  /** What the file is, where the button's own words do not say it. */
  readonly fileLabel?: string;
  readonly accept: string;
  readonly describedBy?: string;
  readonly onFile: (file: File) => void;
  /** Several may be chosen at once; `onFile` is then called for each, in the order of their names. */
  readonly several?: boolean;
}

/**
 * A button that chooses a file: the browser's own speaks the browser's language. A file chosen again, put right under the
 * same name, counts as another one.
 */
export function FileButton({
  label,
  fileLabel,
  accept,
  describedBy,
  onFile,
  several = false,
  ...button
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        multiple={several}
        className="visually-hidden"
        tabIndex={-1}
        aria-label={fileLabel ?? label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          for (const file of files) onFile(file);
        }}
      />
      <Button
        {...button}
        className={long.long}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
    </>
  );
}

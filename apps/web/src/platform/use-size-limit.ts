import { useState } from 'react';

const MEGABYTE = 1024 ** 2;
export const megabytesOf = ({ size }: File): number => Math.ceil(size / MEGABYTE);

/** Takes a file no larger than the server does, and keeps the one that is too big, to be told. */
export function useSizeLimit(most: number, onFile: (file: File) => void) {
  const [tooBig, setTooBig] = useState<File | null>(null);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const isOver = file.size > most * MEGABYTE;
    setTooBig(isOver ? file : null);
    if (!isOver) onFile(file);
  };
  return { tooBig, take };
}

import type { ReceivedFile } from '../http.ts';

const KEPT_MS = 60_000;

/** Hands a file to the browser as a download. */
export function saveFile({ name, content }: ReceivedFile): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}

/**
 * Puts text, and optionally HTML, on the clipboard. Works without a secure context, since offices reach the
 * server by its address on the local network. Call from a click or a key press.
 */
export function copyText(text: string, html?: string): boolean {
  const write = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', write, { capture: true, once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', write, { capture: true });
  return done;
}

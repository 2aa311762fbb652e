import type { KeyboardEvent } from 'react';

interface ListInputProps {
  /** The list below is `${id}-list`, its options `${id}-0`, `${id}-1` … */
  readonly id: string;
  readonly label: string;
  readonly className: string | undefined;
  readonly text: string;
  /** How many options there are, and which one Enter takes; below 0: none. */
  readonly count: number;
  readonly current: number;
  readonly onText: (text: string) => void;
  readonly onMove: (at: number) => void;
  readonly onPick: () => void;
  /** Left out where the box around it closes by itself. */
  readonly onEscape?: () => void;
}

/** A field that is opened to be typed in and owns the list below: arrows choose, Enter takes, the focus stays in it. */
export function ListInput(props: ListInputProps) {
  const { id, label, className, text, count, current, onText, onMove, onPick, onEscape } = props;

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') onMove(Math.min(current + 1, count - 1));
    else if (event.key === 'ArrowUp') onMove(Math.max(current - 1, 0));
    else if (event.key === 'Enter') onPick();
    else if (event.key === 'Escape' && onEscape !== undefined) onEscape();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the box around it was opened to be typed in
      autoFocus
      className={className}
      role="combobox"
      aria-expanded="true"
      aria-controls={`${id}-list`}
      aria-autocomplete="list"
      aria-activedescendant={current >= 0 ? `${id}-${current}` : undefined}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}

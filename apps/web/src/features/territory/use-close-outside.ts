import { type RefObject, useCallback, useEffect } from 'react';

/** Closes a box on a click or a focus outside it; the returned function closes it and gives its button the focus. */
export function useCloseOutside(box: RefObject<HTMLDetailsElement | null>, onClose: () => void): () => void {
  useEffect(() => {
    function leave(event: Event) {
      const here = box.current;
      if (here?.open && event.target instanceof Node && !here.contains(event.target)) onClose();
    }
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [box, onClose]);

  return useCallback(() => {
    onClose();
    box.current?.querySelector('summary')?.focus();
  }, [box, onClose]);
}

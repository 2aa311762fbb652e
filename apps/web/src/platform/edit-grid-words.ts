import { useMemo } from 'react';
import type { EditGridLabels } from '../ui/edit-grid/edit-grid-model.ts';
import { defineWords, useWords } from './i18n.ts';

const words = defineWords(
  {
    readOnly: 'Ô này chỉ để đọc.',
    undone: 'Đã hoàn tác.',
    redone: 'Đã làm lại.',
    nothingToUndo: 'Không còn bước nào để hoàn tác.',
    nothingToLookAt: 'Không có ô nào cần xem.',
    tabLeaves: 'Bấm Tab để ra khỏi bảng.',
    paste: 'Dán {cells} ô',
    discard: 'Đóng',
    changes: 'Dán đổi {cells} ô',
    refused: '{cells} ô không nhận được',
    leftOut: '{cells} ô nằm ngoài phần được nhập',
    pasteNothing: 'Nội dung dán không đổi ô nào.',
  },
  {
    readOnly: 'This cell is only for reading.',
    undone: 'Undone.',
    redone: 'Done again.',
    nothingToUndo: 'Nothing is left to undo.',
    nothingToLookAt: 'No cell needs a look.',
    tabLeaves: 'Press Tab to leave the table.',
    paste: 'Paste {cells} cells',
    discard: 'Close',
    changes: 'Pasting changes {cells} cells',
    refused: '{cells} cells cannot be taken',
    leftOut: '{cells} cells fall outside what is entered',
    pasteNothing: 'What was pasted changes no cell.',
  },
);

/** The words an editable grid says itself. */
export function useEditGridLabels(): EditGridLabels {
  const t = useWords(words);
  return useMemo(
    () => ({
      readOnly: t('readOnly'),
      undone: t('undone'),
      redone: t('redone'),
      nothingToUndo: t('nothingToUndo'),
      nothingToLookAt: t('nothingToLookAt'),
      tabLeaves: t('tabLeaves'),
      paste: (cells) => t('paste', { cells }),
      discard: t('discard'),
      pasteChanges: (changes, refused, leftOut) =>
        [
          t('changes', { cells: changes }),
          ...(refused > 0 ? [t('refused', { cells: refused })] : []),
          ...(leftOut > 0 ? [t('leftOut', { cells: leftOut })] : []),
        ].join(' · '),
      pasteNothing: t('pasteNothing'),
    }),
    [t],
  );
}

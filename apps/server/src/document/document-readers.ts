/** Papers hold closed fields (certificates, questionnaires): those whose work needs them. */
export const DOCUMENT_READERS = ['enumerator', 'officer', 'approver', 'inspector'] as const;

/** Whose things this browser keeps: drafts and chosen columns belong to a person, never to the machine. */
let accountId: string | null = null;

export function setAccountInUse(id: string | null): void {
  accountId = id;
}

/** The name something is kept under for the person now signed in; null while nobody is. */
export const keptAs = (name: string): string | null =>
  accountId === null ? null : `benvung.${accountId}.${name}`;

/** Every picture that the README and the guides show: the page, and where its file is in the repository. */
export function pictureLinks(root: string): { readonly page: string; readonly picture: string }[];
/** Names of the files in docs/guide/images that a page shows. */
export function picturesNamed(root: string): ReadonlySet<string>;

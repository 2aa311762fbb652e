import { ROLES } from '@benvung/contract/access';
import type { CliCommand } from '../../apps/server/src/platform/cli/command.ts';
import type { DeclaredRoute } from '../../apps/server/src/platform/http/route-declaration.ts';
import type { CrossAreaCase, CrossAreaCases } from './cross-area-case.ts';
import { type Allowed, commandMatrix, NATION_ONLY, permissionMatrix } from './permission-matrix.ts';

const nameOf = ({ method, path }: DeclaredRoute): string => `${method} ${path}`;

/** English half of a summary written "Vietnamese / English" or "Vietnamese (English)". */
const english = (summary: string): string =>
  summary.includes(' / ')
    ? summary.split(' / ').slice(1).join(' / ')
    : (/\(([^()]*)\)\s*$/u.exec(summary)?.[1] ?? summary);

function foreign(known: CrossAreaCase | undefined): string {
  if (known === undefined) return '?';
  if ('open' in known) return `no area: ${known.open}`;
  return 'refused' in known.expected
    ? `refused (${known.expected.refused.join(', ')})`
    : 'nothing of it is shown';
}

const mark = (allowed: Allowed, role: (typeof ROLES)[number]): string =>
  allowed === 'anyone' || allowed === 'everyone' || allowed.includes(role) ? '✓' : '–';

const cell = (text: string): string => text.replace(/\|/gu, '\\|');

/** `docs/permissions.md`, from what the tests hold the system to. */
export function permissionPage(
  routes: readonly DeclaredRoute[],
  cases: CrossAreaCases,
  commands: readonly CliCommand[],
): string {
  const lines = routes.map((route) => {
    const name = nameOf(route);
    const allowed = permissionMatrix[name] ?? [];
    const nobody = allowed === 'anyone' ? '✓' : '–';
    const nation = NATION_ONLY.includes(name) ? 'only there' : 'as everywhere';
    const marks = ROLES.map((role) => mark(allowed, role));
    const what = english(route.summary);
    return `| ${[`\`${name}\``, what, nobody, ...marks, foreign(cases[name]), nation].map(cell).join(' | ')} |`;
  });
  const acts = commands.map(
    ({ name, summary }) =>
      `| \`benvung ${name}\` | ${cell(english(summary))} | ${commandMatrix[name] ?? '?'} |`,
  );
  return `# Who may do what

Made from the tests in \`tests/permissions\` (\`npx vitest run tests/permissions/cross-area.test.ts -t permissions.md -u\`),
which try every refusal below on both databases. ✓ allowed, within the areas where the role is held; – refused.

- **No one**: without signing in. Everything else needs a session, and everything that changes something the session's
  token in a header.
- **Another area**: what someone with every role in another commune gets when they ask for a thing of this one.
- **The nation**: a role held for the nation reaches every area; some acts are only for those.
- Whoever has a one-time password to change, or a second factor to set up that a rule requires, can do nothing before.
- An administrator gives and withdraws only roles they hold themselves, in areas they administer, never their own; renews
  or closes only the way into accounts that can do no more than they; and the nation's last administrator stays.

## Endpoints

| endpoint | what it does | no one | ${ROLES.join(' | ')} | another area | the nation |
| --- | --- | ${['', ...ROLES].map(() => '---').join(' | ')} | --- | --- |
${lines.join('\n')}

## Commands

\`benvung\` runs on the server, for whoever the operating system lets run it there: they hold the database itself. What
changes something leaves an entry in the log under \`cli:<user of the system>\`.

| command | what it does | |
| --- | --- | --- |
${acts.join('\n')}
`;
}

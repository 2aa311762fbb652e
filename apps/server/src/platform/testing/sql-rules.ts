import type { SqlText } from './sql-texts.ts';

export interface TableShape {
  readonly name: string;
  readonly text: string;
  /** Distributed over communes on Citus: it carries `origin_commune_id`. */
  readonly distributed: boolean;
}

export function tablesOf(migrations: readonly SqlText[]): TableShape[] {
  return migrations.flatMap(({ text }) => {
    const [, name] = /^create table (?:if not exists )?"?(\w+)"?/.exec(text) ?? [];
    return name === undefined ? [] : [{ name, text, distributed: /\borigin_commune_id\b/.test(text) }];
  });
}

/** A rule answers what is wrong with one statement, or nothing. */
type Rule = (text: string, tables: readonly TableShape[]) => string | undefined | false;

const VOLATILE =
  /\b(now|clock_timestamp|statement_timestamp|random|gen_random_uuid|nextval|uuidv\d)\s*\(|\bcurrent_(timestamp|date)\b/;

const everywhere: readonly Rule[] = [
  (text) => /\bmerge into\b/.test(text) && 'MERGE is not the same on every home',
  (text) =>
    /\b(uuidv7|uuidv4|json_table|any_value|array_sample|array_shuffle)\s*\(/.test(text) &&
    'newer than PostgreSQL 15',
  (text) => /\bset_config\s*\(/.test(text) && 'settings are set with SET LOCAL, which Citus propagates',
  (text) => /on delete set null/.test(text) && 'ON DELETE SET NULL changes a key in silence',
  (text) => /\bcreate (or replace )?(constraint )?trigger\b/.test(text) && 'no triggers',
  (text) => /\b(virtual|without overlaps)\b/.test(text) && 'newer than PostgreSQL 15',
  (text) => /collate "?(?!"?c\b)(\w|")/.test(text) && 'only the C collation sorts alike everywhere',
  (text) => /returning [^;]*\b(old|new)\.\w/.test(text) && 'RETURNING old/new is newer than PostgreSQL 15',
];

const migrationRules: readonly Rule[] = [
  (text) =>
    /\b(small|big)?serial\b|generated (always|by default) as identity/.test(text) &&
    'ids are made in the application',
  (text) => {
    const unnamed = [...text.matchAll(/(\S+) (\S+) (primary key|unique \(|foreign key|check \()/g)].find(
      ([, word]) => word !== 'constraint',
    );
    return (
      text.startsWith('create table') && unnamed !== undefined && `a constraint without a name: ${unnamed[0]}`
    );
  },
  (text) =>
    /^create table/.test(text) &&
    /\w+ references\b/.test(text.replace(/foreign key \([^)]*\) references/g, '')) &&
    'a foreign key without a name',
  (text) =>
    /create policy/.test(text) &&
    /\bselect\b(?! to\b)/.test(
      text
        .replace(/for select/g, '')
        .replace(/grant [^;]*/g, '')
        .replace(/from pg_\w+/g, '')
        .replace(/if not exists \(select/g, ''),
    ) &&
    'policies are flat, without subqueries',
  (text) =>
    /^create table/.test(text) &&
    /scope_path text(?! collate "c")/.test(text) &&
    'paths compare under the C collation',
  (text, tables) => distributedKeys(text, tables),
];

/** Keys of distributed tables carry the distribution column; the others never refer to distributed tables. */
function distributedKeys(text: string, tables: readonly TableShape[]): string | undefined {
  const distributed = new Set(tables.filter((table) => table.distributed).map(({ name }) => name));
  const [, index] = /^create unique index \w+ on (\w+)/.exec(text) ?? [];
  if (index !== undefined && distributed.has(index) && !/\([^)]*origin_commune_id/.test(text))
    return `unique index on ${index} without origin_commune_id`;
  const [, name] = /^create table (\w+)/.exec(text) ?? [];
  if (name === undefined) return undefined;
  for (const [, columns = '', target] of text.matchAll(
    /(?:primary key|unique|foreign key) \(([^)]*)\)(?: references (\w+))?/g,
  )) {
    const carries = /\borigin_commune_id\b/.test(columns);
    if (distributed.has(name) && !carries) return `a key of ${name} without origin_commune_id: (${columns})`;
    if (!distributed.has(name) && target !== undefined && distributed.has(target))
      return `${name} is no table of facts and refers to one: ${target}`;
  }
  return undefined;
}

const queryRules: readonly Rule[] = [
  (text) => {
    const [, assignments] = /on conflict .* do update set (.*?)(?: where | returning |$)/.exec(text) ?? [];
    return (
      assignments !== undefined &&
      (VOLATILE.test(assignments) || /\bselect\b/.test(assignments)) &&
      'ON CONFLICT sets from excluded only'
    );
  },
  (text, tables) => {
    const [, table] = /\bupdate (?:only )?"?(\w+)"?/.exec(text) ?? [];
    const facts = tables.some(({ name, distributed }) => distributed && name === table);
    return facts && VOLATILE.test(text) && `a volatile function in an UPDATE of ${table}`;
  },
  (text) =>
    /\bset (?:[\w.]+ = [^,]+, )*origin_commune_id =/.test(text) &&
    !/on conflict/.test(text) &&
    'origin_commune_id is never updated',
  (text) =>
    /skip locked/.test(text) && !/\b(job|mail_outbox)\b/.test(text) && 'SKIP LOCKED fails across shards',
  (text, tables) =>
    /for (no key )?update/.test(text) &&
    factsIn(text, tables).length > 0 &&
    !/commune_id/.test(text) &&
    'FOR UPDATE on one commune at a time',
  (text, tables) =>
    /\bwith recursive\b/.test(text) &&
    factsIn(text, tables).length > 0 &&
    'recursive territory queries first, then = any(…)',
  (text, tables) =>
    new Set(factsIn(text, tables)).size > 1 &&
    !/\borigin_commune_id\b/.test(text) &&
    `tables of facts joined without origin_commune_id: ${factsIn(text, tables)}`,
  (text, tables) =>
    /\b(rollup|grouping sets|cube) ?\(/.test(text) &&
    factsIn(text, tables).length > 0 &&
    !/from \(/.test(text) &&
    'ROLLUP only over a pre-aggregated subquery',
];

function factsIn(text: string, tables: readonly TableShape[]): string[] {
  const named = [...text.matchAll(/\b(?:from|join|update|into|using) (?:only |lateral )?"?(\w+)"?/g)].map(
    ([, name]) => name,
  );
  return tables
    .filter(({ name, distributed }) => distributed && named.includes(name))
    .map(({ name }) => name);
}

const broken = (rules: readonly Rule[], { where, text }: SqlText, tables: readonly TableShape[]): string[] =>
  rules.flatMap((rule) => {
    const why = rule(text, tables);
    return why ? [`${where}: ${why}: ${text.slice(0, 160)}`] : [];
  });

export const brokenByMigration = (text: SqlText, tables: readonly TableShape[]): string[] =>
  broken([...everywhere, ...migrationRules], text, tables);

export const brokenByQuery = (text: SqlText, tables: readonly TableShape[]): string[] =>
  broken([...everywhere, ...queryRules], text, tables);

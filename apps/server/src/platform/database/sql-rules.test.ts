import { describe, expect, test } from 'vitest';
import { brokenByMigration, brokenByQuery, tablesOf } from '../testing/sql-rules.ts';
import { migrationTexts, plain, queryTexts } from '../testing/sql-texts.ts';

const migrations = migrationTexts();
const tables = tablesOf(migrations);
const queries = queryTexts();
const text = (sql: string) => ({ where: 'here', text: plain(sql) });

describe('SQL that runs on PGlite, PostgreSQL 15 and Citus', () => {
  test('the migrations and queries of the house are all seen', () => {
    expect(tables.filter(({ distributed }) => distributed).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['household', 'person', 'review_record']),
    );
    expect(queries.length).toBeGreaterThan(60);
    const files = new Set(queries.map(({ where }) => where.split(':')[0]));
    expect(files).toContain('src/platform/audit/audit.store.ts');
    expect(files).toContain('src/review/review-record.store.ts');
  });

  test('every migration keeps the rules', () => {
    expect(migrations.flatMap((migration) => brokenByMigration(migration, tables))).toEqual([]);
  });

  test('every query keeps the rules', () => {
    expect(queries.flatMap((query) => brokenByQuery(query, tables))).toEqual([]);
  });
});

describe('the rules refuse', () => {
  test.each([
    'create table t (id uuid primary key)',
    'create table t (id uuid not null, constraint t_pk primary key (id), a bigint references account (id))',
    'create table t (id bigserial not null)',
    'create table household (origin_commune_id bigint, id uuid, constraint household_pk primary key (id))',
    'create unique index household_code_uq on household (list_code)',
    'create table t (h uuid, constraint t_h_fk foreign key (h) references household (id))',
    'create table t (scope_path text not null)',
    'create table t (name text collate "vi")',
    'create policy p on household using (village_id in (select unit_id from account_role))',
    'create trigger t before update on household execute function f()',
    'create table t (a int, constraint t_a_fk foreign key (a) references account (id) on delete set null)',
  ])('the migration %s', (sql) => {
    expect(brokenByMigration(text(sql), tables)).not.toEqual([]);
  });

  test.each([
    'merge into household using x on true when matched then delete',
    'select uuidv7() from setting',
    "select set_config('benvung.from_1', $1, true)",
    'insert into setting values ($1) on conflict (name) do update set value = now()',
    'insert into household values ($1) on conflict (id) do update set persons = (select 1)',
    'update household set updated_at = now() where id = $1',
    'update household set origin_commune_id = 3',
    'select 1 from household where id = $1 for update',
    'select 1 from setting for update skip locked',
    'select 1 from household h join person p on p.household_id = h.id',
    'select village_id, count(*) from review_record group by rollup (village_id)',
    'with recursive u as (select 1) select 1 from household join u on true',
  ])('the query %s', (sql) => {
    expect(brokenByQuery(text(sql), tables)).not.toEqual([]);
  });
});

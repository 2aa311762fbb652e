import { environmentFailure } from '../cli/command.ts';
import type { DatabaseHandle } from './database.ts';

/**
 * Refuses a database in which a request could see rows of another area: a role that bypasses row-level
 * security or owns the tables, a scoped table without it, or a login that may not become the role.
 */
export async function checkRowSecurity(handle: DatabaseHandle): Promise<void> {
  const facts = await readFacts(handle);
  if (facts.bypasses || facts.owned.length > 0)
    throw environmentFailure(
      'Từ chối chạy: vai trò benvung_app vượt qua được bảo mật theo dòng. Hãy chạy: ALTER ROLE benvung_app NOSUPERUSER NOBYPASSRLS; và không để nó sở hữu bảng nào.',
      'Refusing to start: role benvung_app bypasses row-level security; make it NOSUPERUSER NOBYPASSRLS and owner of no table',
    );
  if (facts.unprotected.length > 0)
    throw environmentFailure(
      `Từ chối chạy: bảng ${facts.unprotected.join(', ')} không bật bảo mật theo dòng. Hãy chạy: ALTER TABLE … ENABLE ROW LEVEL SECURITY.`,
      `Refusing to start: no row-level security on ${facts.unprotected.join(', ')}`,
    );
}

async function readFacts(
  handle: DatabaseHandle,
): Promise<{ bypasses: boolean; owned: string[]; unprotected: string[] }> {
  try {
    return await handle.withSession(async (session) => {
      await session.query('set local role benvung_app');
      const role = await session.query(
        'select oid::text as id, rolsuper or rolbypassrls as bypasses from pg_roles where rolname = current_user',
      );
      const tables = await session.query(
        `select c.relname::text as name, c.relowner::text as owner, c.relrowsecurity as protected
           from pg_class c join pg_namespace n on n.oid = c.relnamespace
           join pg_attribute a on a.attrelid = c.oid and a.attname = 'scope_path' and not a.attisdropped
          where c.relkind in ('r', 'p') and n.nspname = 'public' order by 1`,
      );
      const names = (rows: Record<string, unknown>[]) => rows.map((row) => row.name as string);
      return {
        bypasses: role.rows[0]?.bypasses !== false,
        owned: names(tables.rows.filter((row) => row.owner === role.rows[0]?.id)),
        unprotected: names(tables.rows.filter((row) => row.protected !== true)),
      };
    });
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error;
    throw environmentFailure(
      'Người dùng cơ sở dữ liệu không được dùng vai trò benvung_app. Hãy chạy bằng quyền quản trị: GRANT benvung_app TO người_dùng;',
      'The database user may not become benvung_app; as an administrator run GRANT benvung_app TO that user',
    );
  }
}

/** Lets an ordinary owner of the database become the application's role, where it has the right to say so. */
export async function joinApplicationRole(handle: DatabaseHandle): Promise<void> {
  await handle.withSession(async (session) => {
    const member = await session.query("select pg_has_role(current_user, 'benvung_app', 'member') as member");
    if (member.rows[0]?.member === true) return;
    await session.query('savepoint joining');
    try {
      await session.query('grant benvung_app to current_user');
    } catch {
      await session.query('rollback to savepoint joining');
    }
  });
}

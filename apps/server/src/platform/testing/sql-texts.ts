import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { statementsOf } from '../database/migrate.ts';
import { migrationsFolder, serverFolder } from '../server-folder.ts';

export interface SqlText {
  /** File and line. */
  readonly where: string;
  /** One statement in lower case, comments gone, blanks single, TypeScript's `${…}` as `$`. */
  readonly text: string;
}

const STATEMENT =
  /^\s*(select|insert|update|delete|with|merge|copy|create|alter|drop|truncate|lock|set|do|call)\b[\s\S]*\s/i;

export const plain = (sql: string): string =>
  sql
    .replace(/--[^\n]*/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

export function migrationTexts(): SqlText[] {
  return readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .flatMap((name) =>
      statementsOf(readFileSync(join(migrationsFolder, name), 'utf8')).map((statement) => ({
        where: name,
        text: plain(statement),
      })),
    );
}

/** Every SQL text of the server: `sql` templates, and strings that begin like a statement. */
export function queryTexts(): SqlText[] {
  return readdirSync(join(serverFolder, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|testing\/|test-support|\.sample\.ts$/.test(name))
    .flatMap((name) => textsOf(join(serverFolder, 'src', name)));
}

function textsOf(file: string): SqlText[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2023, true);
  const found: SqlText[] = [];
  const visit = (node: ts.Node): void => {
    const text = sqlOf(node);
    if (text !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ where: `${relative(serverFolder, file)}:${line + 1}`, text: plain(text) });
    } else ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function sqlOf(node: ts.Node): string | undefined {
  if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'sql') {
    const text = templateText(node.template);
    return text.trim() === '' ? undefined : text;
  }
  if (!ts.isTemplateExpression(node) && !ts.isStringLiteralLike(node)) return undefined;
  const text = ts.isTemplateExpression(node) ? templateText(node) : node.text;
  return STATEMENT.test(text) && /\b(from|into|set|table|lock|transaction|role|values)\b/i.test(text)
    ? text
    : undefined;
}

const templateText = (template: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(template)
    ? template.text
    : template.head.text + template.templateSpans.map(({ literal }) => `$${literal.text}`).join('');

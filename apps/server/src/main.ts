import { buildApp } from './app.ts';
import { type CliCommand, EXIT } from './platform/cli/command.ts';
import { openReadyDatabase } from './platform/database/open-database.ts';
import { version, webFolder } from './platform/server-folder.ts';

/** `benvung start`: opens the database, serves until it is asked to stop. */
export const startCommand: CliCommand = {
  name: 'start',
  summary: 'Chạy máy chủ (run the server)',
  usage: '',
  description: 'HOST, PORT, BENVUNG_DATA, DATABASE_URL',
  needsDatabase: false,
  run: async (context) => {
    const { database, clock } = await openReadyDatabase(process.env);
    const app = await buildApp({ database, clock, version }, { webFolder });
    const host = process.env.HOST || '127.0.0.1';
    const port = Number(process.env.PORT || 8080);
    await app.listen({ host, port });
    context.out(`Bền Vững ${version}: http://${host}:${port}`);
    await new Promise<void>((resolve) => {
      process.once('SIGTERM', () => resolve());
      process.once('SIGINT', () => resolve());
    });
    await app.close();
    await database.close();
    return EXIT.ok;
  },
};

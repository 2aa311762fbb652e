import { version } from '../server-folder.ts';
import { type CliCommand, EXIT } from './command.ts';
import { commandText, overviewText } from './help-text.ts';
import { parseCommandLine } from './parse-command-line.ts';

/** `help` and `help NAME` over the given list, which may still grow. */
export function helpCommand(commands: readonly CliCommand[]): CliCommand {
  return {
    name: 'help',
    summary: 'Các lệnh và cách dùng (commands and their usage)',
    usage: '[LỆNH]',
    needsDatabase: false,
    words: [0, 2],
    options: { version: { summary: 'Chỉ in phiên bản (print the version only)' } },
    run: async (context, args) => {
      const asked = args.words.join(' ');
      const group = commands.filter(
        ({ name }) => asked === '' || name === asked || name.startsWith(`${asked} `),
      );
      if (group.length === 0) parseCommandLine(args.words, commands);
      if (context.json)
        context.printJson({
          version,
          commands: group.map(({ name, summary, usage }) => ({ name, summary, usage })),
        });
      else if (args.flag('version')) context.out(version);
      else context.out(asked === '' ? overviewText(commands, version) : group.map(commandText).join('\n\n'));
      return EXIT.ok;
    },
  };
}

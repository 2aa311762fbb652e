import { type CliCommand, EXIT, environmentFailure, refusal } from '../cli/command.ts';
import { newId } from '../ids.ts';
import { sumMails } from './mail-outbox.store.ts';
import { readMailSettings } from './mail-settings.ts';
import { openTransport } from './send-mails.job.ts';

const statusCommand: CliCommand = {
  name: 'mail status',
  summary: 'Thư đang chờ, đã gửi, không gửi được (mails waiting, sent, failed)',
  usage: '[--json]',
  description:
    'Không hiện địa chỉ và lời thư. "unsure": máy chủ tắt giữa lúc gửi, không gửi lại để khỏi gửi hai lần.\n' +
    'Shows no address and no text. "unsure": cut off while sending, not sent again.',
  needsDatabase: true,
  words: [0, 0],
  run: async (context) => {
    const settings = readMailSettings(process.env);
    const mails = await sumMails(context.database.db);
    if (context.json) context.printJson({ on: settings !== null, mails });
    else {
      context.out(
        settings === null
          ? 'Gửi thư: tắt, chưa đặt BENVUNG_SMTP_URL (off)'
          : `Gửi thư: bật, nhiều nhất ${settings.perMinute} thư mỗi phút (on)`,
      );
      for (const { state, count, last, fault } of mails)
        context.out([`${state}: ${count}`, last, fault].filter((part) => part !== null).join('  '));
    }
    return EXIT.ok;
  },
};

const testCommand: CliCommand = {
  name: 'mail test',
  summary: 'Gửi một thư thử (send one mail to try the settings)',
  usage: 'ADDRESS',
  needsDatabase: false,
  words: [1, 1],
  run: async (context, { words: [recipient = ''] }) => {
    const settings = readMailSettings(process.env);
    if (settings === null)
      throw refusal('Chưa đặt BENVUNG_SMTP_URL: hệ thống không gửi thư.', 'BENVUNG_SMTP_URL is not set');
    const transport = openTransport(settings);
    try {
      await transport.send({
        id: newId(),
        key: '',
        attempts: 1,
        recipient,
        subject: 'Bền Vững: thư thử',
        body: `Thư thử của hệ thống Bền Vững tại ${settings.publicUrl}. Nhận được thư này là cài đặt đúng.`,
      });
    } catch (error) {
      const { message } = error as Error;
      throw environmentFailure(`Máy chủ thư không nhận: ${message}`, `the mail server refused: ${message}`);
    } finally {
      transport.close();
    }
    context.out('Đã gửi thư thử (sent)');
    return EXIT.ok;
  },
};

export const mailCommands: readonly CliCommand[] = [statusCommand, testCommand];

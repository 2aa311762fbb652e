import { homeView, reminderSet, remindLater } from '@benvung/contract/review';
import { decideReminder, isPutOff } from '@benvung/domain/report/remind-later';
import { ok, refuse } from '@benvung/domain/shared/result';
import { z } from 'zod';
import { homeDuties } from '../plan/duty/duty.public.ts';
import { timeInVietnam } from '../platform/clock.ts';
import type { FeatureRoutes } from '../platform/http/app-parts.ts';
import { showReceiptsOf } from '../platform/http/command-receipt.store.ts';
import { defineRoute } from '../platform/http/define-route.ts';
import { findTableUnit } from './find-table-unit.ts';
import { readHome } from './read-home.ts';
import { dropReminder, listReminders, putReminder } from './task-reminder.store.ts';

const unitNamed = (text: string): string => text.replace(/^\d+$/u, 'id:$&');

export const homeRoutes: FeatureRoutes = (app) => {
  defineRoute(app, {
    method: 'GET',
    path: '/api/home',
    access: 'staff',
    summary: 'Trang đầu của một đơn vị / The landing page of a unit',
    query: z.object({ unit: z.string().min(1).max(20) }),
    response: homeView,
    handler: async ({ db, areas, clock, principal }, { query }) => {
      const today = clock.today();
      const home = await readHome(db, {
        unit: unitNamed(query.unit),
        areas,
        today,
        time: timeInVietnam(clock.now()),
      });
      if (!home.ok) return home;
      const { unit, year } = home.value;
      const tasks = [...home.value.tasks, ...(await homeDuties(db, { principal, unitId: unit.id, today }))];
      await showReceiptsOf(db, principal.accountId);
      const place = { accountId: principal.accountId, unitId: unit.id, year };
      const putOff = new Map(
        (await listReminders(db, place))
          .filter((reminder) => isPutOff(reminder, today))
          .map((reminder) => [reminder.kind, reminder]),
      );
      return ok({
        ...home.value,
        tasks: tasks.filter(({ kind }) => !putOff.has(kind)),
        later: tasks.flatMap((task) => {
          const reminder = putOff.get(task.kind);
          return reminder === undefined ? [] : [{ ...task, until: reminder.until, reason: reminder.reason }];
        }),
      });
    },
  });

  // A reminder is a person's own and hides nothing from others; the log keeps who put off what, until when and why.
  defineRoute(app, {
    method: 'POST',
    path: '/api/home/reminders',
    access: 'staff',
    summary: 'Nhắc lại một việc vào ngày khác / Be reminded of a task on another day',
    body: remindLater,
    response: reminderSet,
    act: 'review.remind-later',
    handler: async ({ db, areas, clock, principal, audit }, { body }) => {
      const today = clock.today();
      const asked = { unit: `id:${body.unit}`, referenceDay: today, mapDay: today, areas };
      const found = await findTableUnit(db, asked);
      if (!found.ok) return found;
      const home = await readHome(db, { unit: asked.unit, areas, today, time: timeInVietnam(clock.now()) });
      if (!home.ok) return home;
      const { year } = home.value;
      const duties = await homeDuties(db, { principal, unitId: body.unit, today });
      const tasks = [...home.value.tasks, ...duties];
      const task = tasks.find(({ kind }) => kind === body.kind);
      const place = { accountId: principal.accountId, unitId: body.unit, year };
      const note = { subject: { kind: 'unit', id: String(body.unit) }, scopePath: found.value.path };
      if (body.until === null) {
        await dropReminder(db, place, body.kind);
        audit({ ...note, act: 'review.remind-now', detail: { task: body.kind } });
        return ok({ until: null });
      }
      if (task === undefined) return refuse('report.no-such-task');
      const decided = decideReminder(
        { until: body.until, reason: body.reason },
        { today, dueOn: task.dueOn },
      );
      if (!decided.ok) return decided;
      const { until, reason } = decided.value;
      await putReminder(db, place, { kind: task.kind, until, reason, at: clock.now() });
      audit({ ...note, act: 'review.remind-later', detail: { task: task.text, until, reason } });
      return ok({ until });
    },
  });
};

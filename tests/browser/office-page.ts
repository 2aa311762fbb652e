/// <reference lib="dom" />
import { existsSync } from 'node:fs';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

/** Debian's browser, or the one named by `CHROMIUM`. */
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

export const hasBrowser = (): boolean => existsSync(CHROMIUM);

export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--headless', '--disable-gpu'] });

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: faults of scripts and what the security policy blocked. */
  readonly complaints: string[];
}

interface VisitWanted {
  readonly url: string;
  /** Cookies of an earlier window of the same person. */
  readonly session?: Awaited<ReturnType<BrowserContext['storageState']>>;
  readonly width?: number;
  readonly height?: number;
}

/** A person's own browser at the office's address. */
export async function visit(
  browser: Browser,
  { url, session, width = 1366, height = 768 }: VisitWanted,
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    ...(session === undefined ? {} : { storageState: session }),
    viewport: { width, height },
    locale: 'vi-VN',
    timezoneId: 'America/Los_Angeles',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy|Refused to|error boundary/i.test(text)) complaints.push(text);
  });
  return { page, context, complaints };
}

/** Signs in by one press on a demonstration account. */
export async function signInAs(page: Page, username: string): Promise<void> {
  await page.goto('/');
  await page.locator('li button', { has: page.getByText(username, { exact: true }) }).click();
  await page.getByRole('navigation', { name: 'Danh mục' }).waitFor({ state: 'attached' });
}

/** The page has shown what it asked the server for. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('h1, [role="alert"]').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
}

/** Rows of a long table beyond these repeat what was looked at already: they are put aside for the look. */
const REPEATED_ROWS = 'tbody:nth-of-type(n+14), tbody > tr:nth-child(n+14), ul > li:nth-child(n+20)';

/** Breaches of WCAG that axe finds, one line each; colours, which take longest, once a screen are enough. */
export async function axeFinds(page: Page, withColours = true): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate(
    async ({ enabled, repeated }) => {
      const aside = [...document.querySelectorAll<HTMLElement>(repeated)];
      const shown = aside.map((row) => row.style.display);
      for (const row of aside) row.style.display = 'none';
      try {
        return await (globalThis as unknown as { axe: typeof axe }).axe.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
          resultTypes: ['violations'],
          rules: { 'color-contrast': { enabled } },
        });
      } finally {
        aside.forEach((row, at) => {
          row.style.display = shown[at] ?? '';
        });
      }
    },
    { enabled: withColours, repeated: REPEATED_ROWS },
  );
  return results.violations.map(
    (one) =>
      `${one.id}: ${one.help} · ${one.nodes
        .map((node) => node.html.slice(0, 160))
        .slice(0, 3)
        .join(' | ')}`,
  );
}

/** By how many pixels the page itself scrolls sideways; only a table's own box may. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

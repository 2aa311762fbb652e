const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdgA?\//u, 'Edge'],
  [/\b(?:CocCoc|coc_coc_browser)/iu, 'Cốc Cốc'],
  [/\bOPR\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bFirefox\//u, 'Firefox'],
  [/(?:Chrome|CriOS)\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const SYSTEMS: readonly [RegExp, string][] = [
  [/\bWindows\b/u, 'Windows'],
  [/\bAndroid\b/u, 'Android'],
  [/\b(?:iPhone|iPad)\b/u, 'iOS'],
  [/\bMac OS X\b/u, 'macOS'],
  [/\bLinux\b/u, 'Linux'],
];

/** What a browser calls itself, in the two words by which a person knows the machine again: "Chrome, Windows". */
export function deviceOf(userAgent: string): string {
  const known = (list: readonly [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent))?.[1];
  return [known(BROWSERS), known(SYSTEMS)].filter((word) => word !== undefined).join(', ');
}

// Describes a session in words that its owner recognises: browser and system, from what the browser says about itself.

/** The order matters: browsers also name those further down. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\bAndroid\b/, 'Android'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

/** Reads names out of a `User-Agent`; null if it is not one of the usual ones. */
export function browserOf(agent: string | undefined): { browser: string | null; system: string | null } {
  // A header of kilobytes is no browser's.
  const text = agent === undefined || agent.length > 1000 ? '' : agent
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(text))?.[1] ?? null
  return { browser: named(browsers), system: named(systems) }
}

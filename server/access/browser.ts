// Where a session is, in words that its owner knows: the browser and the system, out of what the browser says of itself.

/** In this order: others say the name of those below too. */
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

/** Names out of a `User-Agent`; null for what is none of those that people use. */
export function browserOf(agent: string | undefined): { browser: string | null; system: string | null } {
  // Whoever sends kilobytes is no browser, and needs no look.
  const text = agent === undefined || agent.length > 1000 ? '' : agent
  const named = (list: typeof browsers) => list.find(([pattern]) => pattern.test(text))?.[1] ?? null
  return { browser: named(browsers), system: named(systems) }
}

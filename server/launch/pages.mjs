// The pages: the place of each in the sources, the address it is served at (`/`, `/<name>/`, the phone's at
// `/t/<token>`), its weight limit, and how old a browser it must run in.

/**
 * @typedef {'today' | 'panel' | 'kiosk' | 'phone' | 'visitor' | 'tablet' | 'any' | 'tv' | 'preview'} Browsers
 * @typedef {{ name: string, folder: string, limit: number | null, browsers: Browsers }} Page
 *   `limit`: JS and CSS of the page, gzip, in bytes
 */

/** @type {Page[]} */
export const pages = [
  { name: 'home', folder: 'screens/home', limit: null, browsers: 'today' },
  { name: 'kiosk', folder: 'kiosk-ui', limit: 45_000, browsers: 'kiosk' },
  { name: 'phone', folder: 'kiosk-ui/phone', limit: 25_000, browsers: 'phone' },
  { name: 'complaint', folder: 'kiosk-ui/complaint', limit: 30_000, browsers: 'visitor' },
  { name: 'survey', folder: 'kiosk-ui/survey', limit: 30_000, browsers: 'visitor' },
  { name: 'survey-tablet', folder: 'kiosk-ui/survey/tablet', limit: 35_000, browsers: 'tablet' },
  { name: 'poster', folder: 'screens/poster', limit: 6_000, browsers: 'any' },
  { name: 'layanan', folder: 'screens/layanan', limit: 6_000, browsers: 'any' },
  { name: 'angka', folder: 'screens/angka', limit: 6_000, browsers: 'any' },
  { name: 'skm', folder: 'screens/skm', limit: 6_000, browsers: 'any' },
  { name: 'counter', folder: 'counter-ui', limit: 50_000, browsers: 'panel' },
  { name: 'reception', folder: 'counter-ui/reception', limit: 50_000, browsers: 'today' },
  { name: 'paper', folder: 'counter-ui/paper', limit: 50_000, browsers: 'today' },
  { name: 'survey-entry', folder: 'counter-ui/survey-entry', limit: 50_000, browsers: 'today' },
  { name: 'findings', folder: 'counter-ui/findings', limit: 50_000, browsers: 'today' },
  { name: 'supervise', folder: 'counter-ui/supervise', limit: 50_000, browsers: 'today' },
  { name: 'monitor', folder: 'counter-ui/monitor', limit: 120_000, browsers: 'today' },
  { name: 'simulator', folder: 'counter-ui/simulator', limit: 120_000, browsers: 'today' },
  { name: 'complaints', folder: 'counter-ui/complaints', limit: 50_000, browsers: 'today' },
  { name: 'evaluation', folder: 'counter-ui/evaluation', limit: 50_000, browsers: 'today' },
  { name: 'audit', folder: 'counter-ui/audit', limit: 45_000, browsers: 'today' },
  { name: 'reports', folder: 'counter-ui/reports', limit: 120_000, browsers: 'today' },
  { name: 'surveys', folder: 'counter-ui/surveys', limit: 50_000, browsers: 'today' },
  { name: 'manage', folder: 'counter-ui/manage', limit: null, browsers: 'today' },
  { name: 'display', folder: 'display-ui', limit: 30_000, browsers: 'tv' },
  { name: 'preview-kiosk', folder: 'kiosk-ui/preview', limit: null, browsers: 'preview' },
  { name: 'preview-display', folder: 'display-ui/preview', limit: null, browsers: 'preview' },
]

/**
 * The top folder of a page: `counter-ui` for `counter-ui/manage`.
 * @param {string} folder
 */
export const topOf = (folder) => folder.replace(/\/.*/, '')

/** The last browsers of Windows 7, which are still in use at counters. */
const lastOfWindows7 = ['chrome109', 'firefox115', 'safari16']

/**
 * What the sources are compiled down to; pages of one kind are built together and share their parts; a single one
 * carries only what it uses. `today`, `panel`, `kiosk`, `tablet` and `preview`: the last browsers of Windows 7;
 * `phone` and `visitor`: phones of 2020, the first of them drawn by the server beforehand; `any`: drawn by the server
 * and complete without its script; `tv`: a TV of 2018, whose browser is two years older and was never updated;
 * `old-browsers.mjs` proves it.
 */
export const targets = {
  today: lastOfWindows7,
  preview: lastOfWindows7,
  panel: lastOfWindows7,
  kiosk: lastOfWindows7,
  tablet: lastOfWindows7,
  phone: ['chrome87', 'safari14'],
  visitor: ['chrome87', 'safari14'],
  any: ['chrome61', 'safari11'],
  tv: ['chrome53'],
}

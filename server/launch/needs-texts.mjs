// What a page says if it can't start, in both languages, Indonesian first: a page that does not start knows no
// language.

/** @import { Browsers } from './pages.mjs' */
/** @import { Sentence } from './texts.mjs' */

const LAST_OF_WINDOWS_7 = 'Chrome 109, Edge 109, Firefox 115, Safari 16'

/**
 * The oldest browsers that each kind of page runs in, for people to read; `targets` of pages.mjs.
 * @type {Record<Browsers, string>}
 */
export const oldest = {
  today: LAST_OF_WINDOWS_7,
  panel: LAST_OF_WINDOWS_7,
  kiosk: LAST_OF_WINDOWS_7,
  phone: 'Chrome 87, Safari 14',
  tv: 'Chrome 53',
}

/** @satisfies {Record<string, Sentence>} */
export const needs = {
  noScript: () => ({
    id: 'Halaman ini memerlukan JavaScript. Nyalakan JavaScript di setelan peramban, lalu muat ulang halaman.',
    en: 'This page needs JavaScript. Switch it on in the browser’s settings, then load the page anew.',
  }),
  old: (browsers) => ({
    id: `Versi peramban ini sudah usang. Yang diperlukan: ${browsers}, atau yang lebih baru. Perbarui peramban atau pakai perangkat lain.`,
    en: `This browser is too old. Needed: ${browsers}, or newer. Update the browser or use another device.`,
  }),
  still: (browsers) => ({
    id: `Versi peramban ini sudah usang (diperlukan ${browsers}, atau yang lebih baru). Halaman dimuat ulang setiap 30 detik. Ingin membatalkan atau datang terlambat? Silakan ke meja informasi.`,
    en: `This browser is too old (needed: ${browsers}, or newer). The page is loaded anew every 30 seconds. To cancel or come later, please go to the information desk.`,
  }),
  failed: () => ({
    id: 'Halaman ini tidak dapat dimulai. Muat ulang halaman. Bila tetap begini, hubungi pengelola.',
    en: 'This page could not start. Load it anew. If that does not help, tell the manager.',
  }),
  cookies: () => ({
    id: 'Peramban ini menolak kuki, sehingga sistem tidak mengenali siapa yang memakainya. Izinkan kuki untuk alamat ini di setelan peramban, lalu muat ulang halaman.',
    en: 'This browser keeps no cookies, so the system cannot know who uses it. Allow cookies for this address in the browser’s settings, then load the page anew.',
  }),
}

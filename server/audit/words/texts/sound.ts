// What the record says about announcements and sound.
import type { Sentences } from './texts.ts'

export const id = {
  'announcement-started': ({ text }) => `Diumumkan: “${text}”`,
  'announcement-passed': ({ announcement }, { announced }) =>
    `Layar lain mengulang pengumuman ${announced(announcement)} dari awal.`,
  'announcement-skipped': ({ announcement }, { announced }) =>
    `Pengumuman ${announced(announcement)} tidak diucapkan: panggilannya sudah selesai.`,
  'announcement-heard': ({ announcement }, { announced }) =>
    `Pengumuman ${announced(announcement)} terdengar.`,
  'announcement-unheard': ({ announcement, again }, { announced }) =>
    `Pengumuman ${announced(announcement)} tidak terdengar${again ? '; akan diulang' : ''}.`,
  'sound-checked': ({ zone: at }, { zone }) => `Suara di ${zone(at)} diuji.`,
} satisfies Partial<Sentences>

export const en: Pick<Sentences, keyof typeof id> = {
  'announcement-started': ({ text }) => `Announced: “${text}”`,
  'announcement-passed': ({ announcement }, { announced }) =>
    `Another display says the announcement of ${announced(announcement)} from its beginning.`,
  'announcement-skipped': ({ announcement }, { announced }) =>
    `The announcement of ${announced(announcement)} is not said: its call is over.`,
  'announcement-heard': ({ announcement }, { announced }) =>
    `The announcement of ${announced(announcement)} was heard.`,
  'announcement-unheard': ({ announcement, again }, { announced }) =>
    `The announcement of ${announced(announcement)} was not heard${again ? '; it will be said again' : ''}.`,
  'sound-checked': ({ zone: at }, { zone }) => `The sound of ${zone(at)} is tried.`,
}

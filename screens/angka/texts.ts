// What `/angka/` says: `figuresText('visitors')`.
import { type Translation, makeTexts } from '../i18n.ts'

export const id = {
  title: 'Kapan sebaiknya datang',
  lead: 'Berapa pengunjung hari ini, dan jam berapa setiap layanan biasanya ramai dan sepi.',
  today: 'Hari ini',
  visitors: '{count} pengunjung',
  asOf: 'sampai pukul {time}',
  fewVisitors: 'Belum ada lima pengunjung hari ini.',
  busyNow: 'Sedang dihitung. Silakan muat ulang halaman ini sebentar lagi.',
  ikm: 'Kepuasan masyarakat (IKM)',
  ikmOf: 'Menurut {count} jawaban survei, {period}.',
  toIkm: 'Hasil survei selengkapnya',
  usual: 'Biasanya ramai dan sepi',
  usualLead: 'Menurut nomor yang diambil antara {from} dan {to}.',
  notYet: 'Catatan yang ada belum cukup untuk mengatakan kapan biasanya ramai.',
  come: 'Datanglah hari {weekday} pukul {hour}.',
  busiest: 'Paling ramai hari {weekday} pukul {from}–{to}.',
  others: 'Untuk layanan lain catatannya belum cukup.',
  small: 'Angka di bawah lima tidak ditampilkan, supaya tidak ada orang yang dapat dikenali.',
  none: 'Halaman ini tidak dibuka di mal ini',
  noneLead: 'Pengelola mal tidak menampilkan angka untuk umum.',
  toServices: 'Semua layanan',
} as const

export const en: Translation<typeof id> = {
  title: 'When to come',
  lead: 'How many visitors there are today, and at what time each service is usually busy and quiet.',
  today: 'Today',
  visitors: '{count} visitors',
  asOf: 'until {time}',
  fewVisitors: 'Fewer than five visitors so far today.',
  busyNow: 'This is being counted. Please load the page again in a moment.',
  ikm: 'Public satisfaction (IKM)',
  ikmOf: 'From {count} answers to the survey, {period}.',
  toIkm: 'All of the survey’s results',
  usual: 'Usually busy and quiet',
  usualLead: 'From the numbers taken between {from} and {to}.',
  notYet: 'There is not enough on record yet to say when it is usually busy.',
  come: 'Come on {weekday} at {hour}.',
  busiest: 'Busiest on {weekday}, {from}–{to}.',
  others: 'For other services there is not enough on record yet.',
  small: 'Figures below five are not shown, so that nobody can be recognised.',
  none: 'This hall does not have this page',
  noneLead: 'The hall’s management shows no figures to the public.',
  toServices: 'All services',
}

export const figuresText = makeTexts({ id, en })

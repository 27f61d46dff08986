// Holidays of Indonesia, one list per year, each with its decree. A new year is a new list here; nothing else changes.
// Checked for 2026: two accounts of the decree, read in November 2026, agree on every day
// (disdiksmg.semarangkota.go.id names its three numbers, pembelajaranbermaknaid.blogspot.com lists the days).
import type { Text } from '../../hall/equipment.ts'

export interface HolidayList {
  readonly year: number
  /** The decree, as a plan's holiday names it. */
  readonly decree: string
  readonly national: readonly Listed[]
  /** *Cuti bersama*: for civil servants; each agency decides whether its counters are open. */
  readonly jointLeave: readonly Listed[]
}

/** Month and day, `03-19`, and the name. */
type Listed = readonly [day: string, name: Text]

const name = (id: string, en: string): Text => ({ id, en })
const leave = (id: string, en: string): Text => name(`Cuti bersama ${id}`, `Joint leave: ${en}`)

export const names = {
  newYear: name('Tahun Baru Masehi', 'New Year'),
  labour: name('Hari Buruh Internasional', 'Labour Day'),
  pancasila: name('Hari Lahir Pancasila', 'Pancasila Day'),
  independence: name('Proklamasi Kemerdekaan', 'Independence Day'),
  christmas: name('Kelahiran Yesus Kristus (Natal)', 'Christmas'),
  goodFriday: name('Wafat Yesus Kristus', 'Good Friday'),
  easter: name('Kebangkitan Yesus Kristus (Paskah)', 'Easter'),
  ascension: name('Kenaikan Yesus Kristus', 'Ascension Day'),
  galungan: name('Hari Raya Galungan', 'Galungan'),
  kuningan: name('Hari Raya Kuningan', 'Kuningan'),
} as const

export const lists: readonly HolidayList[] = [
  {
    year: 2026,
    decree:
      'SKB Menteri Agama, Menteri Ketenagakerjaan, dan Menteri PANRB Nomor 1497 Tahun 2025, Nomor 2 Tahun 2025, Nomor 5 Tahun 2025',
    national: [
      ['01-01', names.newYear],
      ['01-16', name('Isra Mikraj Nabi Muhammad S.A.W.', 'Isra Mi’raj')],
      ['02-17', name('Tahun Baru Imlek 2577 Kongzili', 'Chinese New Year')],
      ['03-19', name('Hari Suci Nyepi (Tahun Baru Saka 1948)', 'Nyepi')],
      ['03-21', name('Idulfitri 1447 Hijriah', 'Eid al-Fitr')],
      ['03-22', name('Idulfitri 1447 Hijriah', 'Eid al-Fitr')],
      ['04-03', names.goodFriday],
      ['04-05', names.easter],
      ['05-01', names.labour],
      ['05-14', names.ascension],
      ['05-27', name('Iduladha 1447 Hijriah', 'Eid al-Adha')],
      ['05-31', name('Hari Raya Waisak 2570 BE', 'Vesak')],
      ['06-01', names.pancasila],
      ['06-16', name('1 Muharam Tahun Baru Islam 1448 Hijriah', 'Islamic New Year')],
      ['08-17', names.independence],
      ['08-25', name('Maulid Nabi Muhammad S.A.W.', 'Mawlid')],
      ['12-25', names.christmas],
    ],
    jointLeave: [
      ['02-16', leave('Tahun Baru Imlek', 'Chinese New Year')],
      ['03-18', leave('Nyepi', 'Nyepi')],
      ['03-20', leave('Idulfitri', 'Eid al-Fitr')],
      ['03-23', leave('Idulfitri', 'Eid al-Fitr')],
      ['03-24', leave('Idulfitri', 'Eid al-Fitr')],
      ['05-15', leave('Kenaikan Yesus Kristus', 'Ascension Day')],
      ['05-28', leave('Iduladha', 'Eid al-Adha')],
      ['12-24', leave('Natal', 'Christmas')],
    ],
  },
]

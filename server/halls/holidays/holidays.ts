// The holidays of a year, offered to be ticked one by one: those of the decree, and those that can be computed.
// Nothing is ever ticked in advance: a hall decides, and its plan has what it decided.
import { type Static, Type } from 'typebox'
import { Text } from '../../hall/equipment.ts'
import { dayAfter } from '../../hall/hours.ts'
import { DayLabel } from '../../hall/plan.ts'

// Holidays of Indonesia, one list per year, each with its decree. A new year is a new list here; nothing else changes.
// Checked for 2026: two accounts of the decree, read in November 2026, agree on every day
// (disdiksmg.semarangkota.go.id names its three numbers, pembelajaranbermaknaid.blogspot.com lists the days).

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

const names = {
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

const lists: readonly HolidayList[] = [
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

const OfferedHoliday = Type.Object(
  {
    day: DayLabel,
    name: Text,
    kind: Type.Enum(['national', 'joint-leave', 'regional'], { type: 'string' }),
    basis: Type.Enum(['decree', 'computed'], {
      type: 'string',
      description: '`computed`: the day follows from calendar or law, and should be compared with the decree',
    }),
    source: Type.String({ description: 'What the plan gives as the source of a holiday' }),
  },
  { additionalProperties: false },
)

export const HolidayYear = Type.Object(
  {
    year: Type.Integer(),
    decree: Type.Union([Type.String(), Type.Null()], {
      description: 'Null: the program has no list of that year; what can be computed is offered anyway',
    }),
    holidays: Type.Array(OfferedHoliday),
  },
  { additionalProperties: false },
)
export type HolidayYear = Static<typeof HolidayYear>
type Offered = Static<typeof OfferedHoliday>

/** The holidays of a year, by day. A year without a list has only those that follow from law and calendar. */
export function holidayListOf(year: number): HolidayYear {
  const list = lists.find((one) => one.year === year)
  const national = list
    ? list.national.map(([day, name]) => offered(year, day, name, 'national', list.decree))
    : fixed(year)
  const leave = (list?.jointLeave ?? []).map(([day, name]) =>
    offered(year, day, name, 'joint-leave', list?.decree ?? ''),
  )
  const holidays = [...national, ...leave, ...balinese(year)].sort((a, b) => (a.day < b.day ? -1 : 1))
  return { year, decree: list?.decree ?? null, holidays }
}

function offered(
  year: number,
  day: string,
  name: Text,
  kind: Offered['kind'],
  source: string,
  basis: Offered['basis'] = 'decree',
): Offered {
  return { day: `${year}-${day}`, name, kind, basis, source }
}

/** The law that says which days are holidays; the decree says on which dates they fall. */
const LAW = 'Keppres Nomor 8 Tahun 2024'

/** Those that the law gives a fixed date, and those that follow from Easter. The others depend on sighting the moon. */
function fixed(year: number): Offered[] {
  const easter = easterOf(year)
  const days = [
    [`${year}-01-01`, names.newYear],
    [dayAfter(easter, -2), names.goodFriday],
    [easter, names.easter],
    [`${year}-05-01`, names.labour],
    [dayAfter(easter, 39), names.ascension],
    [`${year}-06-01`, names.pancasila],
    [`${year}-08-17`, names.independence],
    [`${year}-12-25`, names.christmas],
  ] as const
  return days.map(([day, name]) => offered(year, day.slice(5), name, 'national', LAW, 'computed'))
}

/** Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher). */
function easterOf(year: number): string {
  const a = year % 19
  const century = Math.floor(year / 100)
  const rest = year % 100
  const epact =
    (19 * a +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7
  const late = Math.floor((a + 11 * epact + 22 * weekday) / 451)
  const sum = epact + weekday - 7 * late + 114
  const two = (part: number) => String(part).padStart(2, '0')
  return `${year}-${two(Math.floor(sum / 31))}-${two((sum % 31) + 1)}`
}

/** A Galungan; they come every 210 days (one *pawukon*), Kuningan ten days later. */
const GALUNGAN = '2026-06-17'
const PAWUKON = 210
const KUNINGAN = 10
const PAWUKON_SOURCE = 'Pawukon Bali (210 hari)'

/** Galungan and Kuningan; Nyepi follows the Saka calendar and is only in the decree. */
function balinese(year: number): Offered[] {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const since = (Date.parse(first) - Date.parse(GALUNGAN)) / 86_400_000
  const found: Offered[] = []
  let day = dayAfter(GALUNGAN, Math.floor((since - KUNINGAN) / PAWUKON) * PAWUKON)
  for (; day <= last; day = dayAfter(day, PAWUKON)) {
    const both = [
      [day, names.galungan],
      [dayAfter(day, KUNINGAN), names.kuningan],
    ] as const
    for (const [one, name] of both) {
      if (first <= one && one <= last)
        found.push(offered(year, one.slice(5), name, 'regional', PAWUKON_SOURCE, 'computed'))
    }
  }
  return found
}

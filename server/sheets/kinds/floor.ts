// The sheets of the hall itself, its zones and its counters.
import { choice, type Field, list, number, plain, type Reader, ref, refs, text, yesOrNo } from '../field.ts'
import { type Words, w } from '../cell.ts'
import { week } from '../field-times.ts'
import { isTable } from '../table.ts'
import { hallOf, listOf } from '../things.ts'
import { type Kind, name, typedIn, lastTicket, ownHours } from './kind.ts'

const directions = [
  ['left', w('kiri', 'left')],
  ['right', w('kanan', 'right')],
  ['ahead', w('lurus', 'ahead')],
  ['ahead-left', w('lurus lalu kiri', 'ahead, then left')],
  ['ahead-right', w('lurus lalu kanan', 'ahead, then right')],
  ['back', w('belakang', 'back')],
  ['upstairs', w('naik', 'upstairs')],
  ['downstairs', w('turun', 'downstairs')],
] as const

const all = w('semua', 'all')

interface ByZone {
  readonly head: Words
  readonly hint: Words
  /** A zone's value in words. */
  readonly written: (value: unknown, language: Reader['names']['language']) => string
  /** The value typed after the colon; undefined: invalid. */
  readonly read: (typed: string) => string | number | undefined
  /** Whether all zones may be named at once. */
  readonly mayBeAll: boolean
  readonly fault: Parameters<Reader['say']>[1]
}

/** One column that says something about each zone: `Zona Depan: kiri; semua: lurus`. */
function byZone(at: string, { head, hint, written, read, mayBeAll, fault }: ByZone): Field {
  return {
    at,
    columns: [{ key: at, head, width: 40, type: 'text', hint }],
    write(value, names) {
      if (!isTable(value)) return [null]
      const said = Object.entries(value).map(([zone, one]) => {
        const where = mayBeAll && zone === 'all' ? all[names.language] : names.label('zone', zone)
        return `${where}: ${written(one, names.language)}`
      })
      return [said.join('; ') || null]
    },
    read([cell = null], { names, say, thing }) {
      const items = (typedIn(cell) ?? '').split(/[;\n]/).flatMap((one) => one.trim() || [])
      if (items.length === 0) return undefined
      return Object.fromEntries(
        items.flatMap((item) => {
          const [, where = '', typed = ''] = /^(.*):\s*([^:]*)$/.exec(item) ?? []
          const value = read(typed.trim())
          const isAll = mayBeAll && [all.id, all.en].includes(where.trim().toLowerCase())
          const [zone, ...more] = isAll ? ['all'] : names.find('zone', where, thing)
          if (zone !== undefined && more.length === 0 && value !== undefined) return [[zone, value] as const]
          say(0, fault, { text: item })
          return []
        }),
      )
    },
  }
}

/** The way from boards of other zones. */
const arrows = byZone('arrows', {
  head: w('Panah', 'Arrows'),
  hint: w(
    'Dari papan zona mana ke arah mana: Zona Depan: kiri; semua: lurus. Arah: kiri, kanan, lurus, lurus lalu kiri, lurus lalu kanan, belakang, naik, turun.',
    'From the boards of which zone which way: Front: left; all: ahead. Ways: left, right, ahead, ahead, then left, ahead, then right, back, upstairs, downstairs.',
  ),
  written: (way, language) => directions.find(([one]) => one === way)?.[1][language] ?? String(way),
  read: (typed) =>
    directions.find(([value, word]) =>
      [value, word.id, word.en].some((one) => one === typed.toLowerCase()),
    )?.[0],
  mayBeAll: true,
  fault: 'not-an-arrow',
})

/** Minutes to zones that are nearer or farther. */
const ways = byZone('zones', {
  head: w('Zona lain jaraknya (menit)', 'Zones at another distance (minutes)'),
  hint: w(
    'Zona mana berapa menit: Zona Depan: 3; Zona Atas: 8. Kosong: sama untuk semua.',
    'Which zone how many minutes: Front: 3; Upstairs: 8. Empty: the same for all.',
  ),
  written: String,
  read: (typed) => (/^\d{1,4}$/.test(typed) ? Number(typed) : undefined),
  mayBeAll: false,
  fault: 'not-a-way',
})

const seconds = (at: string, head: Words, hint?: Words) =>
  number(at, head, { whole: true, ...(hint && { hint }) })

export const hallKind: Kind<'hall'> = {
  name: 'hall',
  sheet: w('Mal', 'Hall'),
  about: w('Pengaturan seluruh mal, satu isian per baris.', 'Settings of the whole hall, one a row.'),
  isRecord: true,
  key: [],
  ...hallOf,
  start: () => ({}),
  most: 200,
  elsewhere: [
    'agencies',
    'zones',
    'places',
    'services',
    'counters',
    'bundles',
    'elsewhere',
    'reasons',
    'periods',
    'days',
    'holidays',
    'quotas',
  ],
  fields: (languages) => [
    text('name', name, languages),
    text('address', w('Alamat', 'Address'), languages),
    plain('timeZone', w('Zona waktu', 'Time zone'), {
      hint: w('Misalnya Asia/Makassar.', 'For example Asia/Makassar.'),
    }),
    list('languages', w('Bahasa layar', 'Languages of the screens'), {
      hint: w(
        'Kode seperti id; en. Yang pertama adalah bahasa awal.',
        'Codes like id; en. The first is the default.',
      ),
    }),
    choice('operation', w('Operasi', 'Operation'), [
      ['trial', w('uji coba', 'trial')],
      ['regular', w('biasa', 'regular')],
    ]),
    week('hours', w('Jam', 'Hours')),
    ...lastTicket,
    seconds('walkSeconds', w('Waktu jalan antarzona (detik)', 'Walk between zones (seconds)')),
    seconds('lateSeconds', w('Tunggu setelah terlambat (detik)', 'Wait after a missed call (seconds)')),
    seconds(
      'secondCallSeconds',
      w('Panggilan kedua setelah (detik)', 'Second call after (seconds)'),
      w('Kosong: tidak ada panggilan kedua.', 'Empty: there is no second call.'),
    ),
    number('waitLimitMinutes', w('Batas tunggu (menit)', 'Limit of waiting (minutes)'), { whole: true }),
    number('rates.regular', w('Bobot biasa', 'Rate, regular')),
    number('rates.priority', w('Bobot prioritas', 'Rate, priority')),
    number(
      'board.missedMinutes',
      w('Nomor terlewat di papan (menit)', 'Missed numbers on boards (minutes)'),
      { whole: true },
    ),
    number(
      'board.closingMinutes',
      w('Pemberitahuan tutup (menit sebelumnya)', 'Notice of closing (minutes before)'),
      { whole: true },
    ),
    number('reports.level', w('Dipanggil dalam (menit)', 'Called within (minutes)'), {
      whole: true,
      hint: w('Bagi layanan tanpa target sendiri; kosong: 15.', 'For services without their own; empty: 15.'),
    }),
    yesOrNo(
      'reports.officers',
      w('Angka setiap petugas bagi penyelia', 'Figures of officers for supervisors'),
      {
        hint: w('Kosong: tidak.', 'Empty: no.'),
      },
    ),
    yesOrNo('reports.public', w('Halaman angka untuk umum', 'Public page of figures'), {
      hint: w('Kosong: tidak ada.', 'Empty: there is none.'),
    }),
    number(
      'complaints.days',
      w('Pengaduan dijawab dalam (hari buka)', 'Complaints answered within (open days)'),
      {
        whole: true,
        hint: w('Kosong: 5.', 'Empty: 5.'),
      },
    ),
    number(
      'complaints.eraseAfterDays',
      w('Isi pengaduan dihapus setelah (hari)', 'Complaints erased after (days)'),
      {
        whole: true,
        hint: w('Kosong: 180.', 'Empty: 180.'),
      },
    ),
    choice(
      'complaints.sp4n',
      w('SP4N-LAPOR!', 'SP4N-LAPOR!'),
      [
        ['beside', w('di samping', 'beside')],
        ['instead', w('menggantikan', 'instead')],
      ],
      { hint: w('Kosong: tidak disebut.', 'Empty: it is not named.') },
    ),
    plain('paper.prefix', w('Huruf nomor darurat', 'Letters of emergency numbers'), {
      hint: w('Satu atau dua huruf; kosong: DAR.', 'One or two letters; empty: DAR.'),
    }),
  ],
}

export const zoneKind: Kind<'zone'> = {
  name: 'zone',
  sheet: w('Zona', 'Zones'),
  about: w(
    'Ruang tunggu dengan papan dan suara sendiri.',
    'Waiting areas with boards and a sound of their own.',
  ),
  key: ['name.id'],
  ...listOf('zones'),
  start: (id) => ({ id, sound: id }),
  most: 200,
  fields: (languages) => [
    text('name', name, languages),
    plain('sound', w('Kelompok suara', 'Sound group'), {
      hint: w('Zona dengan kelompok yang sama dipanggil bergantian.', 'Zones of one group take turns.'),
    }),
    text('where', w('Letak', 'Where'), languages),
    arrows,
  ],
}

export const placeKind: Kind<'place'> = {
  name: 'place',
  sheet: w('Tempat menunggu', 'Places to wait'),
  about: w('Tempat lain orang menunggu: kantin, parkir.', 'Where else people wait: café, car park.'),
  key: ['name.id'],
  ...listOf('places', 'optional'),
  start: (id) => ({ id }),
  most: 100,
  fields: (languages) => [
    text('name', name, languages),
    number('minutes', w('Jalan kaki (menit)', 'Walk (minutes)'), { whole: true }),
    ways,
  ],
}

export const counterKind: Kind<'counter'> = {
  name: 'counter',
  sheet: w('Loket', 'Counters'),
  about: w('Loket, masing-masing di satu zona.', 'Counters, each in one zone.'),
  key: ['label'],
  ...listOf('counters'),
  start: (id) => ({ id }),
  most: 1000,
  fields: (languages) => [
    plain('label', w('Nomor loket', 'Label'), {
      width: 12,
      hint: w('Yang tergantung di atasnya: 7.', 'What hangs above it: 7.'),
    }),
    text('name', w('Sebutan', 'Name'), languages, { width: 20 }),
    ref('agency', w('Instansi', 'Agency'), 'agency'),
    ref('zone', w('Zona', 'Zone'), 'zone', { width: 20 }),
    refs('services', w('Layanan', 'Services'), 'service'),
    ownHours,
  ],
}

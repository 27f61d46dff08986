// The table of all sheets: what is in which column, in which words, and what it is in the plan. A new field of the plan is
// one line here; what has no column stays in the plan as it is.
import { type Cell, isDay, textOf } from './cell.ts'
import {
  choice,
  day,
  type Field,
  list,
  number,
  plain,
  ref,
  refs,
  spans,
  steps,
  text,
  time,
  together,
  week,
  type Words,
  yesOrNo,
} from './field.ts'
import { isTable, type Table, wordAt } from './table.ts'
import type { PlanKind } from './kind-names.ts'
import {
  daysOf,
  hallOf,
  listOf,
  reasonsOf,
  requirementsOf,
  staffOf,
  standardsOf,
  type Things,
} from './things.ts'

/** A sheet: one thing a row; or, of the hall, one field a row. */
export interface Kind<Name extends string = string> extends Things {
  readonly name: Name
  readonly sheet: Words
  /** What it holds, for the sheet that explains. */
  readonly about: Words
  readonly isRecord?: true
  /** The columns by which a row without an id is recognised. */
  readonly key: readonly string[]
  readonly fields: (languages: readonly string[]) => readonly Field[]
  /** Fields that another sheet holds. */
  readonly elsewhere?: readonly string[]
  /** Things that the sheet does not name stay as they are. */
  readonly isPart?: true
  /** The rows belong to services, one each: none is added here. */
  readonly isOfServices?: true
  /** A row is known by its key alone, not by an id. */
  readonly isByKey?: true
  /** A new thing, before its cells are read. */
  readonly start: (id: string) => Table
  /** The most rows that are read. */
  readonly most: number
}

const w = (id: string, en: string): Words => ({ id, en })

const name = w('Nama', 'Name')
const searched = w('Kata pencarian', 'Search words')

const phaseWords = [
  ['open', w('buka', 'open')],
  ['trial', w('uji coba', 'trial')],
  ['soon', w('segera hadir', 'coming soon')],
  ['paused', w('dijeda', 'paused')],
  ['elsewhere', w('di tempat lain', 'elsewhere')],
] as const

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

const present = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** What a service is now; which of the other columns count depends on the first. */
function phase(languages: readonly string[]): Field {
  const parts = [
    choice('phase.status', w('Keadaan', 'State'), phaseWords),
    day('phase.expected', w('Diperkirakan buka', 'Expected to open'), {
      hint: w('Hanya bila segera hadir.', 'Only if it is coming soon.'),
    }),
    until,
    text('phase.reason', w('Alasan jeda', 'Reason for the pause'), languages),
    text('phase.where', w('Dilayani di', 'Served at'), languages, {
      hint: w('Bila segera hadir atau di tempat lain.', 'If it is coming soon or elsewhere.'),
    }),
    choice('phase.reopens', w('Sesudah jeda', 'After the pause'), phaseWords.slice(0, 2)),
  ]
  return together(
    'phase',
    parts,
    ([status, expected = null, end = null, reason = null, where, reopens]) => {
      if (status === undefined) return undefined
      if (status === 'soon') return present({ status, expected, where })
      if (status === 'paused') return present({ status, until: end, reason, reopens })
      return present(status === 'elsewhere' ? { status, where } : { status })
    },
    (value) => {
      const table = isTable(value) ? value : {}
      return ['status', 'expected', 'until', 'reason', 'where', 'reopens'].map((key) =>
        new Map(Object.entries(table)).get(key),
      )
    },
  )
}

/** A day, an instant or words: whatever is typed. */
const until: Field = {
  ...plain('phase.until', w('Dijeda sampai', 'Paused until')),
  read: ([cell = null]) => typedIn(cell),
}

const typedIn = (cell: Cell) =>
  cell === null ? undefined : String(isDay(cell) ? cell.day : cell).trim() || undefined

/** Where facts come from. */
function source(isOptional: boolean): Field {
  const parts = [
    plain('source.url', w('Sumber', 'Source'), { width: 30 }),
    plain('source.confidence', w('Keyakinan', 'Confidence'), { width: 20 }),
    plain('source.note', w('Catatan sumber', 'Note on the source'), { width: 30 }),
  ]
  return {
    ...together(
      'source',
      parts,
      ([url = null, confidence = '', note]) =>
        isOptional && url === null && confidence === '' && note === undefined
          ? undefined
          : present({ url, confidence, note }),
      (value) =>
        ['url', 'confidence', 'note'].map((key) =>
          isTable(value) ? new Map(Object.entries(value)).get(key) : undefined,
        ),
    ),
    empty: isOptional ? undefined : { url: null, confidence: '' },
  }
}

/** `Zona Depan: kiri; semua: lurus`: the way from boards of other zones. */
const arrows: Field = {
  at: 'arrows',
  columns: [
    {
      key: 'arrows',
      head: w('Panah', 'Arrows'),
      width: 40,
      type: 'text',
      hint: w(
        'Dari papan zona mana ke arah mana: Zona Depan: kiri; semua: lurus. Arah: kiri, kanan, lurus, lurus lalu kiri, lurus lalu kanan, belakang, naik, turun.',
        'From the boards of which zone which way: Front: left; all: ahead. Ways: left, right, ahead, ahead, then left, ahead, then right, back, upstairs, downstairs.',
      ),
    },
  ],
  write(value, names) {
    if (!isTable(value)) return [null]
    const said = Object.entries(value).map(([zone, way]) => {
      const word = directions.find(([one]) => one === way)?.[1][names.language] ?? String(way)
      return `${zone === 'all' ? all[names.language] : names.label('zone', zone)}: ${word}`
    })
    return [said.join('; ') || null]
  },
  read([cell = null], { names, say, thing }) {
    const items = (typedIn(cell) ?? '').split(/[;\n]/).flatMap((one) => one.trim() || [])
    if (items.length === 0) return undefined
    return Object.fromEntries(
      items.flatMap((item) => {
        const [, from = '', way = ''] = /^(.*):\s*([^:]*)$/.exec(item) ?? []
        const direction = directions.find(([value, word]) =>
          [value, word.id, word.en].some((one) => one === way.trim().toLowerCase()),
        )
        const isAll = [all.id, all.en].includes(from.trim().toLowerCase())
        const [zone, ...more] = isAll ? ['all'] : names.find('zone', from, thing)
        if (zone !== undefined && more.length === 0 && direction) return [[zone, direction[0]] as const]
        say(0, 'not-an-arrow', { text: item })
        return []
      }),
    )
  },
}
const all = w('semua', 'all')

const lastTicket = [
  number(
    'lastTicket.minutes',
    w('Nomor terakhir (menit sebelum tutup)', 'Last number (minutes before the end)'),
    {
      whole: true,
    },
  ),
  yesOrNo(
    'lastTicket.capacity',
    w('Berhenti bila antrean memenuhi sisa waktu', 'Stop once the queue fills the time left'),
  ),
]

const atZero = (languages: readonly string[]) => [
  choice('atZero.answer', w('Bila kuota habis', 'When the quota is used up'), [
    ['come-back', w('katakan kapan kembali', 'say when to come back')],
    ['reception', w('ke resepsionis', 'ask the reception')],
  ]),
  text('atZero.say', w('Pesan kuota habis', 'Words for a used-up quota'), languages),
]

const ownHours = week('hours', w('Jam', 'Hours'), {
  hint: w(
    'Semua kosong: tanpa jam sendiri. Jam seperti 08.00–12.00; 13.00–15.30, atau "tutup".',
    'All empty: no hours of its own. Hours like 08.00–12.00; 13.00–15.30, or "closed".',
  ),
})
const openAgencies = (at: string, head: Words) => refs(at, head, 'agency', { orNone: true })

const reasonLists = [
  ['pause', w('jeda', 'pause')],
  ['hold', w('tunda', 'hold')],
  ['call', w('panggil di luar urutan', 'call out of order')],
  ['finish', w('selesai', 'finish')],
] as const

const seconds = (at: string, head: Words, hint?: Words) =>
  number(at, head, { whole: true, ...(hint && { hint }) })

export const planKinds: readonly Kind<PlanKind>[] = [
  {
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
    ],
  },
  {
    name: 'agency',
    sheet: w('Instansi', 'Agencies'),
    about: w('Instansi di dalam mal.', 'The agencies of the hall.'),
    key: ['name.id'],
    ...listOf('agencies'),
    start: (id) => ({ id }),
    most: 500,
    fields: (languages) => [
      text('name', name, languages),
      plain('short', w('Singkatan', 'Short name'), {
        hint: w('Paling banyak 16 huruf.', 'At most 16 characters.'),
      }),
      plain('monogram', w('Huruf di ubin', 'Letters on the tile'), {
        hint: w('Paling banyak 3, bila tidak ada logo.', 'At most 3, where there is no logo.'),
      }),
      ownHours,
    ],
  },
  {
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
  },
  {
    name: 'service',
    sheet: w('Layanan', 'Services'),
    about: w(
      'Layanan setiap instansi, dalam urutan kios.',
      'The services of each agency, in the order of the kiosk.',
    ),
    key: ['agency', 'name.id'],
    ...listOf('services'),
    start: (id) => ({ id, requirements: [] }),
    most: 2000,
    elsewhere: ['requirements', 'standard'],
    fields: (languages) => [
      ref('agency', w('Instansi', 'Agency'), 'agency'),
      text('name', name, languages),
      list('words', searched, { width: 30 }),
      plain('prefix', w('Huruf nomor', 'Prefix'), {
        width: 12,
        hint: w('Satu atau dua huruf besar.', 'One or two capital letters.'),
      }),
      phase(languages),
      number('minutes', w('Menit per orang', 'Minutes a visitor')),
      number('quota', w('Kuota sehari', 'Quota a day'), {
        whole: true,
        empty: null,
        hint: w('Kosong: tanpa batas.', 'Empty: no limit.'),
      }),
      number('level', w('Dipanggil dalam (menit)', 'Called within (minutes)'), {
        whole: true,
        hint: w('Standar tunggu; kosong: 15.', 'The service level; empty: 15.'),
      }),
      ...atZero(languages),
      ...lastTicket,
      refs('after', w('Sesudah layanan', 'After services'), 'service'),
      week('hours', w('Jam', 'Hours'), {
        empty: null,
        hint: w(
          'Semua kosong: jam mal. Jam seperti 08.00–12.00; 13.00–15.30, atau "tutup".',
          'All empty: the hours of the hall. Hours like 08.00–12.00; 13.00–15.30, or "closed".',
        ),
      }),
      source(false),
    ],
  },
  {
    name: 'requirement',
    sheet: w('Persyaratan', 'Requirements'),
    about: w('Berkas yang diminta setiap layanan, satu per baris.', 'What each service asks for, one a row.'),
    key: ['service', 'name.id'],
    ...requirementsOf,
    start: (id) => ({ id: id.slice(id.indexOf('/') + 1) }),
    most: 10_000,
    fields: (languages) => [
      ref('service', w('Layanan', 'Service'), 'service'),
      text('name', name, languages, { width: 40 }),
      ref('issuedBy', w('Diterbitkan oleh layanan', 'Issued by the service'), 'service', { empty: null }),
      text('where', w('Diperoleh di', 'Where to get it'), languages),
      yesOrNo('confirmed', w('Sudah dipastikan', 'Confirmed'), {
        hint: w('"tidak": instansi belum memastikannya.', '"no": nobody of the agency has confirmed it.'),
      }),
    ],
  },
  {
    name: 'standard',
    sheet: w('Standar pelayanan', 'Service standards'),
    about: w('Komponen standar pelayanan setiap layanan.', 'What the law wants published of each service.'),
    key: ['service'],
    ...standardsOf,
    start: (id) => ({ service: id }),
    isPart: true,
    isOfServices: true,
    most: 2000,
    fields: (languages) => [
      ref('service', w('Layanan', 'Service'), 'service'),
      yesOrNo('standard.nothingNeeded', w('Tanpa persyaratan', 'Nothing needed'), {
        hint: w(
          '"ya" bila layanan ini memang tidak meminta apa pun.',
          '"yes" if this service asks for nothing at all.',
        ),
      }),
      steps('standard.procedure', w('Prosedur', 'Procedure'), languages, {
        width: 40,
        hint: w('Satu langkah per baris.', 'One step a line.'),
      }),
      text('standard.time', w('Jangka waktu', 'Time'), languages),
      text('standard.fee', w('Biaya', 'Fee'), languages),
      text('standard.product', w('Produk', 'Product'), languages),
      text('standard.complaints', w('Pengaduan', 'Complaints'), languages),
      plain('standard.decree.number', w('Nomor SK', 'Decree')),
      day('standard.decree.day', w('Tanggal SK', 'Day of the decree')),
      day('standard.reviewed', w('Peninjauan terakhir', 'Last review')),
      yesOrNo('standard.confirmed', w('Sudah dipastikan', 'Confirmed'), {
        hint: w('"tidak": instansi belum memastikannya.', '"no": nobody of the agency has confirmed it.'),
      }),
      text('standard.heard', w('Pelibatan masyarakat', 'How the public was heard'), languages),
    ],
  },
  {
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
  },
  {
    name: 'bundle',
    sheet: w('Peristiwa hidup', 'Life events'),
    about: w('Layanan yang biasanya dibutuhkan bersama.', 'Services that people need together.'),
    key: ['name.id'],
    ...listOf('bundles'),
    start: (id) => ({ id }),
    most: 500,
    fields: (languages) => [
      text('name', name, languages),
      refs('services', w('Layanan', 'Services'), 'service', { width: 80 }),
    ],
  },
  {
    name: 'elsewhere',
    sheet: w('Di tempat lain', 'Elsewhere'),
    about: w('Yang ditanyakan orang tetapi tidak ada di sini.', 'What people ask for that is not here.'),
    key: ['name.id'],
    ...listOf('elsewhere', 'optional'),
    start: (id) => ({ id }),
    most: 500,
    fields: (languages) => [
      text('name', name, languages),
      list('words', searched),
      text('where', w('Dilayani di', 'Served at'), languages, { width: 40 }),
      source(true),
    ],
  },
  {
    name: 'reason',
    sheet: w('Alasan', 'Reasons'),
    about: w('Alasan yang dipilih petugas.', 'Reasons that staff choose from.'),
    key: ['list', 'name.id'],
    ...reasonsOf,
    start: (id) => ({ id: id.slice(id.indexOf('/') + 1) }),
    most: 500,
    fields: (languages) => [
      choice('list', w('Untuk', 'For'), reasonLists, { width: 24 }),
      text('name', name, languages),
      number('minutes', w('Lama jeda (menit)', 'Length of a pause (minutes)'), {
        whole: true,
        hint: w('Hanya untuk jeda.', 'Only for a pause.'),
      }),
      choice(
        'outcome',
        w('Hasil', 'Outcome'),
        [
          ['served', w('terlayani', 'served')],
          ['incomplete', w('belum lengkap', 'incomplete')],
        ],
        { hint: w('Hanya untuk selesai.', 'Only for a finish.') },
      ),
    ],
  },
  {
    name: 'period',
    sheet: w('Masa khusus', 'Periods'),
    about: w(
      'Jam lain selama beberapa minggu, misalnya Ramadan.',
      'Other hours for some weeks, such as Ramadan.',
    ),
    key: ['name.id'],
    ...listOf('periods', 'optional'),
    start: (id) => ({ id }),
    most: 100,
    fields: (languages) => [
      text('name', name, languages),
      day('from', w('Mulai', 'From')),
      day('to', w('Sampai', 'To')),
      week('hours', w('Jam', 'Hours')),
      openAgencies('agencies', w('Hanya instansi', 'Only agencies')),
    ],
  },
  {
    name: 'day',
    sheet: w('Hari khusus', 'Single days'),
    about: w(
      'Satu hari dengan jam sendiri: setengah hari, layanan Sabtu.',
      'A day with hours of its own: half a day, a Saturday.',
    ),
    key: ['day'],
    ...daysOf('days', 'optional'),
    start: () => ({}),
    most: 1000,
    fields: (languages) => [
      day('day', w('Tanggal', 'Day')),
      text('name', name, languages),
      spans('spans', w('Jam', 'Hours'), { empty: [] }),
      openAgencies('open', w('Instansi yang buka', 'Agencies that are open')),
    ],
  },
  {
    name: 'holiday',
    sheet: w('Hari libur', 'Holidays'),
    about: w('Hari ketika mal tutup.', 'Days on which the hall is closed.'),
    key: ['day'],
    ...daysOf('holidays'),
    start: () => ({}),
    most: 1000,
    fields: (languages) => [
      day('day', w('Tanggal', 'Day')),
      text('name', name, languages),
      choice('kind', w('Jenis', 'Kind'), [
        ['national', w('libur nasional', 'national')],
        ['joint-leave', w('cuti bersama', 'joint leave')],
        ['regional', w('libur daerah', 'regional')],
      ]),
      spans('spans', w('Tetap buka pukul', 'Open all the same'), {
        hint: w(
          'Libur setengah hari: jam ketika tetap buka.',
          'Half a holiday: the hours in which it is open.',
        ),
      }),
      openAgencies('open', w('Instansi yang tetap buka', 'Agencies that stay open')),
      plain('source', w('Dasar', 'Decree'), { width: 40 }),
    ],
  },
  {
    name: 'quota',
    sheet: w('Kuota bersama', 'Shared quotas'),
    about: w(
      'Kuota untuk beberapa layanan bersama, atau untuk setengah hari dan seminggu.',
      'Quotas of several services together, or of half a day or a week.',
    ),
    key: ['name.id'],
    ...listOf('quotas', 'optional'),
    start: (id) => ({ id }),
    most: 200,
    fields: (languages) => [
      text('name', name, languages),
      refs('services', w('Layanan', 'Services'), 'service'),
      choice('per', w('Setiap', 'Per'), [
        ['day', w('hari', 'day')],
        ['half-day', w('setengah hari', 'half day')],
        ['week', w('minggu', 'week')],
      ]),
      number('most', w('Paling banyak', 'At most'), { whole: true }),
      time('splitAt', w('Paruh kedua mulai', 'Second half begins'), {
        hint: w('Hanya untuk setengah hari; kosong: 12.00.', 'Only for half a day; empty: 12.00.'),
      }),
      ...atZero(languages),
    ],
  },
]

const roles = [
  ['officer', w('petugas', 'officer')],
  ['supervisor', w('penyelia', 'supervisor')],
  ['manager', w('pengelola', 'manager')],
] as const

/** As it is stored: in small letters. */
const username: Field = {
  ...plain('username', w('Nama pengguna', 'User name'), {
    hint: w(
      '3 sampai 32 huruf kecil, angka, titik, garis bawah, atau tanda hubung.',
      '3 to 32 lower-case letters, digits, dots, underscores or hyphens.',
    ),
  }),
  read([cell = null], { say }) {
    const typed = textOf(cell).toLowerCase()
    if (/^[a-z0-9._-]{3,32}$/.test(typed)) return typed
    say(0, 'username-form', { text: textOf(cell) })
    return undefined
  },
}

/** The accounts of staff: those that are not in the file stay. */
export const staffKinds: readonly Kind<'staff'>[] = [
  {
    name: 'staff',
    sheet: w('Petugas', 'Staff'),
    about: w(
      'Akun petugas. Yang tidak tercantum tetap seperti adanya.',
      'The accounts of staff. Whoever is not listed stays as they are.',
    ),
    key: ['username'],
    ...staffOf,
    start: () => ({ disabled: false }),
    isPart: true,
    isByKey: true,
    most: 2000,
    fields: () => [
      username,
      plain('name', name, { width: 30 }),
      choice('role', w('Peran', 'Role'), roles),
      ref('agency', w('Instansi', 'Agency'), 'agency', {
        hint: w('Kosong untuk pengelola.', 'Empty for a manager.'),
      }),
      choice(
        'disabled',
        w('Akun', 'Account'),
        [
          [false, w('terbuka', 'open')],
          [true, w('ditutup', 'closed')],
        ],
        { empty: false, emptyStays: true },
      ),
    ],
  },
]

/** The languages that a plan's texts are in: Indonesian, English, and those it has besides. */
export function languagesOf(plan: Table): string[] {
  const own = Array.isArray(plan.languages) ? plan.languages.filter((one) => typeof one === 'string') : []
  const named = isTable(plan.name) ? Object.keys(plan.name) : []
  return [...new Set(['id', 'en', ...own, ...named])].filter((code) => /^[a-z]{2,3}$/.test(code))
}

/** The name of a thing for a list of changes. */
export function nameOfThing(value: Table): string {
  return (
    wordAt(value, 'name.id') ||
    wordAt(value, 'name') ||
    wordAt(value, 'label') ||
    wordAt(value, 'username') ||
    wordAt(value, 'day')
  )
}

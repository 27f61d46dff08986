// Complaints of a rehearsal: about one visit in three hundred leads to one, and an agency answers it after some days,
// now and then too late or never. They have random numbers of their own, so the days play the same with and without
// them.
import { type Complaints, openComplaints } from '../complaints/complaints.ts'
import type { Channel, Complaint, StoredComplaints } from '../complaints/complaint.ts'
import { pick, pickWeighted, type Random } from '../training/random.ts'
import type { Stage } from './stage.ts'

const ONE_IN = 300
/** SP4N-LAPOR!’s counts are entered on the first days of the month after. */
const SP4N_MOST = 12
const HOUR_MS = 3_600_000

const channels: readonly { readonly channel: Channel; readonly weight: number }[] = [
  { channel: 'phone', weight: 60 },
  { channel: 'tablet', weight: 20 },
  { channel: 'reception', weight: 15 },
  { channel: 'letter', weight: 5 },
]
/** Days until an agency answers; null: never. */
const answers: readonly { readonly days: number | null; readonly weight: number }[] = [
  { days: 0, weight: 12 },
  { days: 1, weight: 30 },
  { days: 2, weight: 20 },
  { days: 4, weight: 18 },
  { days: 6, weight: 8 },
  { days: 9, weight: 4 },
  { days: 14, weight: 3 },
  { days: null, weight: 5 },
]
const said = [
  'Antrean terlalu lama dan tidak ada penjelasan.',
  'Persyaratan di papan berbeda dari yang diminta di loket.',
  'Kursi di ruang tunggu tidak cukup untuk lansia.',
  'Nomor saya dipanggil, tetapi suaranya tidak terdengar.',
  'Berkas saya diminta dua kali di dua loket.',
  'Toilet kotor dan airnya mati.',
]
const replied = [
  'Terima kasih. Kami sudah menambah petugas pada jam itu.',
  'Mohon maaf. Papan persyaratan sudah kami perbaiki.',
  'Terima kasih atas masukannya. Sudah kami tindak lanjuti.',
]

/** Something that happens at an instant, milliseconds since 1970. */
interface Due {
  readonly at: number
  readonly act: () => void
}

export interface PlayedComplaints {
  /** What happened on the day that is about to end. It is not on the play's agenda, which it must not disturb. */
  endDay(): void
  /** A day has begun. */
  look(): void
}

export function playComplaints(stage: Stage, stored: StoredComplaints): PlayedComplaints {
  const { hall } = stage
  const random = stage.chance('complaints')
  /** The complaints' own time, within the day in question. */
  let clock = stage.now()
  let coming: Due[] = []
  const complaints = openComplaints({
    stored,
    hall,
    now: () => clock,
    // The hall that follows a rehearsal leaves these behind: next-hall.ts.
    newId: () => `latihan-${bytes(random, 9).toString('base64url')}`,
    random: (count) => bytes(random, count),
    certain: () => ({ day: hall.day, at: clock }),
    failed: (error) => {
      throw error
    },
  })
  let month = ''

  stage.follow(({ event }) => {
    if (event.type !== 'visit-taken' || random() >= 1 / ONE_IN) return
    const step = pick(random, hall.visits.get(event.visit)?.steps ?? [])
    const service = step ? (hall.layout.services.get(step.service) ?? null) : null
    const at = Math.min(stage.now() + 600_000 + random() * 2 * HOUR_MS, hall.endsAt - 1)
    coming.push({ at, act: () => file(service) })
  })

  function file(service: { readonly id: string; readonly agency: string } | null): void {
    const isAboutHall = random() < 0.15
    const filed = complaints.file({
      service: isAboutHall ? null : (service?.id ?? null),
      agency: isAboutHall ? null : (service?.agency ?? null),
      words: pick(random, said) ?? '',
      channel: pickWeighted(random, channels)?.channel ?? 'phone',
      language: random() < 0.9 ? 'id' : 'en',
      by: null,
      key: undefined,
    })
    if (typeof filed === 'string') return
    const { days } = pickWeighted(random, answers) ?? { days: null }
    const { id } = filed.complaint
    if (days === null) return
    coming.push({ at: clock + days * 24 * HOUR_MS + random() * HOUR_MS, act: () => answer(complaints, id) })
  }

  function answer({ byId, answer: reply, close }: Complaints, id: string): void {
    const found = byId(id)
    const by = 'latihan-penyelia'
    if (!found) return
    if (random() < 0.04) return void close(found, 'duplicate', by)
    const done = reply(found, pick(random, replied) ?? '', by)
    if (isComplaint(done) && random() < 0.5) close(done, 'settled', by)
  }

  return {
    endDay() {
      for (;;) {
        const [next] = coming.filter(({ at }) => at < hall.endsAt).sort((a, b) => a.at - b.at)
        if (!next) return
        coming = coming.filter((one) => one !== next)
        clock = Math.max(clock, next.at)
        next.act()
      }
    },
    look() {
      clock = Math.max(clock, stage.now())
      complaints.look()
      const now = hall.day.slice(0, 7)
      if (month !== '' && now !== month)
        stored.putSp4n({
          month,
          count: Math.floor(random() * SP4N_MOST),
          by: 'latihan-pengelola',
          at: Math.floor(clock),
        })
      month = now
    },
  }
}

const isComplaint = (done: Complaint | string): done is Complaint => typeof done === 'object'

function bytes(random: Random, count: number): Buffer {
  return Buffer.from(Array.from({ length: count }, () => Math.floor(random() * 256)))
}

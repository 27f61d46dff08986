// What an evaluation asks and no program knows: the building, training, investment, decrees. The manager answers once;
// next time the answers are already filled in, each with the day on which somebody last confirmed it.
import type { Text } from '../hall/plan.ts'

export const questionGroups = ['basis', 'building', 'people', 'investment', 'service', 'next'] as const
export type QuestionGroup = (typeof questionGroups)[number]

/** `day`: `2026-11-24`; `number`: digits; `text`: anything, several lines. */
export type QuestionKind = 'text' | 'number' | 'day'

export interface Question {
  readonly id: QuestionId
  readonly group: QuestionGroup
  readonly kind: QuestionKind
  readonly text: Text & { readonly id: string; readonly en: string }
}

const q = <Id extends string>(
  id: Id,
  group: QuestionGroup,
  kind: QuestionKind,
  indonesian: string,
  en: string,
) => ({ id, group, kind, text: { id: indonesian, en } }) as const

const all = [
  q('opened-on', 'basis', 'day', 'Tanggal peresmian mal', 'Day of the official opening'),
  q(
    'last-result',
    'basis',
    'text',
    'Nilai atau predikat evaluasi terakhir, dari siapa dan tahun berapa',
    'Mark or title of the last evaluation, by whom and in which year',
  ),
  q(
    'founding-decree',
    'basis',
    'text',
    'Peraturan pembentukan mal pelayanan publik (nomor, tanggal)',
    'Decree that founded the public service mall (number, date)',
  ),
  q(
    'agreements',
    'basis',
    'text',
    'Nota kesepahaman dan perjanjian kerja sama dengan instansi',
    'Agreements with the agencies',
  ),
  q(
    'pledge',
    'basis',
    'text',
    'Maklumat pelayanan: nomor, tanggal, dan tempat dipasang',
    'Service pledge: number, date, where it hangs',
  ),
  q(
    'building',
    'building',
    'text',
    'Gedung: luas, lantai, status kepemilikan, parkir',
    'The building: area, floors, whose it is, parking',
  ),
  q(
    'facilities',
    'building',
    'text',
    'Sarana ruang tunggu: kursi, pendingin udara, toilet, ruang laktasi, tempat ibadah',
    'Waiting area: seats, air conditioning, toilets, lactation room, place of prayer',
  ),
  q(
    'vulnerable',
    'building',
    'text',
    'Sarana untuk kelompok rentan: jalur landai, jalur pemandu, kursi roda, juru bahasa isyarat',
    'For vulnerable groups: ramps, tactile paving, wheelchairs, sign language',
  ),
  q(
    'network',
    'building',
    'text',
    'Internet, listrik cadangan, dan keamanan',
    'Internet, spare power and security',
  ),
  q(
    'staff-number',
    'people',
    'number',
    'Jumlah petugas pada akhir periode',
    'How many staff there were at the end of the period',
  ),
  q(
    'training',
    'people',
    'text',
    'Pelatihan petugas: materi, waktu, jumlah peserta',
    'Training of staff: subject, when, how many',
  ),
  q(
    'competence',
    'people',
    'text',
    'Kompetensi dan sertifikat petugas',
    'Competence and certificates of staff',
  ),
  q('permits', 'investment', 'number', 'Jumlah izin usaha yang terbit', 'Business licences that were issued'),
  q('investment-value', 'investment', 'text', 'Nilai investasi yang masuk', 'Value of the investment'),
  q(
    'investment-effect',
    'investment',
    'text',
    'Dampak terhadap kemudahan berusaha dan investasi',
    'Effect on doing business and on investment',
  ),
  q(
    'public-hearing',
    'service',
    'text',
    'Forum konsultasi publik: tanggal, peserta, hasil',
    'Public consultation: when, with whom, what came of it',
  ),
  q(
    'complaint-unit',
    'service',
    'text',
    'Pengelola pengaduan: nama unit, alur, akun SP4N-LAPOR!',
    'Who handles complaints: unit, procedure, SP4N-LAPOR! account',
  ),
  q(
    'innovations',
    'service',
    'text',
    'Inovasi pelayanan pada periode ini',
    'New ways of serving in the period',
  ),
  q('budget', 'next', 'text', 'Anggaran pengelolaan', 'Budget'),
  q(
    'plans',
    'next',
    'text',
    'Rencana perbaikan sampai evaluasi berikutnya',
    'What is to be better by the next evaluation',
  ),
] as const

export type QuestionId = (typeof all)[number]['id']

export const questions: readonly Question[] = all

/** What somebody answered. */
export interface KeptAnswer {
  readonly id: string
  readonly answer: string
  /** The hall's day on which somebody last confirmed it, and who. */
  readonly reviewedOn: string
  readonly by: string
}

/** All throw a StorageError. */
export interface StoredAnswers {
  list(): KeptAnswer[]
  /** All of them or none; those in `forgotten` are removed. */
  keep(answers: readonly KeptAnswer[], forgotten: readonly string[]): void
}

/** The most letters of an answer. */
export const LONGEST_ANSWER = 4_000

/** What is wrong with an answer to this question; null if nothing is. */
export function answerFault(
  { kind }: Pick<Question, 'kind'>,
  answer: string,
  isDay: (text: string) => boolean,
) {
  if (answer.trim() === '') return 'empty' as const
  if (kind === 'number' && !/^\d{1,12}$/.test(answer)) return 'no-number' as const
  return kind === 'day' && !isDay(answer) ? ('no-day' as const) : null
}

// Which wording applies: each from a given month, or, if it was made within that month, from the next day that opens,
// so that all answers of a day are to one wording.
import { NINE, type Element, type Questions } from './stored.ts'

/** The wording for a day, among those that the hall made. */
export function questionsOn(made: readonly Questions[], day: string): Questions {
  const month = day.slice(0, 7)
  return made
    .filter((one) => one.day <= day && one.from <= month)
    .reduce((last, one) => (one.from >= last.from ? one : last), usualQuestions)
}

/** The wording for a paper form of a month: the last one that applied in it. */
export function questionsOfMonth(made: readonly Questions[], month: string): Questions {
  return questionsOn(made, `${month}-31`)
}

export type QuestionsFault = 'nine-missing' | 'named-twice' | 'weights-unfit' | 'words-missing'

/** Why these can't be a wording; null: they can. */
export function faultIn(elements: readonly Element[]): QuestionsFault | null {
  const names = elements.map(({ element }) => element)
  if (new Set(names).size < names.length) return 'named-twice'
  const own = new Set(elements.filter(({ extra }) => !extra).map(({ element }) => element))
  if (own.size !== NINE.length || NINE.some((element) => !own.has(element))) return 'nine-missing'
  if (elements.some((one) => !isWhole(one))) return 'words-missing'
  return weightsOf(elements) === null ? 'weights-unfit' : null
}

function isWhole({ text, answers }: Element): boolean {
  const languages = Object.keys(text)
  return (
    languages.includes('id') &&
    languages.length === Object.keys(answers).length &&
    languages.every((language) => Object.hasOwn(answers, language))
  )
}

/** Weights have six decimals. */
const PARTS = 1_000_000

/**
 * The weights as whole parts of a whole: equal ones are exactly equal, whatever their decimals; others must add up to
 * 1 to six decimals. Null: they do not.
 */
export function weightsOf(
  elements: readonly Pick<Element, 'element' | 'weight'>[],
): { of: ReadonlyMap<string, bigint>; all: bigint } | null {
  const weighing = elements.filter(({ weight }) => weight !== 0)
  const [first] = weighing
  const same = first && 1 / weighing.length
  if (first && weighing.every(({ weight }) => Math.abs(weight - (same ?? 0)) < 1e-6))
    return { of: new Map(weighing.map(({ element }) => [element, 1n])), all: BigInt(weighing.length) }
  const parts = weighing.map(({ element, weight }) => [element, Math.round(weight * PARTS)] as const)
  const isExact = weighing.every(({ weight }, at) => Math.abs(weight * PARTS - (parts[at]?.[1] ?? 0)) < 1e-3)
  if (!isExact || parts.reduce((sum, [, part]) => sum + part, 0) !== PARTS) return null
  return { of: new Map(parts.map(([element, part]) => [element, BigInt(part)])), all: BigInt(PARTS) }
}

// The usual wording: the questionnaire of PermenPANRB 14/2017 with its four words for each element, and the same in
// English. It is data, like a plan: a hall adds wordings of its own, each from a given month.

type Asked = readonly [question: string, one: string, two: string, three: string, four: string]

const asked: Readonly<Record<(typeof NINE)[number], { readonly id: Asked; readonly en: Asked }>> = {
  persyaratan: {
    id: [
      'Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
      'Tidak sesuai',
      'Kurang sesuai',
      'Sesuai',
      'Sangat sesuai',
    ],
    en: [
      'Did the papers that were asked for suit the service?',
      'They did not suit it',
      'They hardly suited it',
      'They suited it',
      'They suited it very well',
    ],
  },
  prosedur: {
    id: [
      'Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?',
      'Tidak mudah',
      'Kurang mudah',
      'Mudah',
      'Sangat mudah',
    ],
    en: ['How easy was the procedure here?', 'Not easy', 'Less than easy', 'Easy', 'Very easy'],
  },
  waktu: {
    id: [
      'Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?',
      'Tidak cepat',
      'Kurang cepat',
      'Cepat',
      'Sangat cepat',
    ],
    en: ['How quickly were you served?', 'Not quickly', 'Less than quickly', 'Quickly', 'Very quickly'],
  },
  biaya: {
    id: [
      'Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?',
      'Sangat mahal',
      'Cukup mahal',
      'Murah',
      'Gratis',
    ],
    en: [
      'What do you think of the fee for the service?',
      'Very expensive',
      'Rather expensive',
      'Cheap',
      'Free of charge',
    ],
  },
  produk: {
    id: [
      'Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?',
      'Tidak sesuai',
      'Kurang sesuai',
      'Sesuai',
      'Sangat sesuai',
    ],
    en: [
      'Did you get what the service standard promises?',
      'It did not match',
      'It hardly matched',
      'It matched',
      'It matched very well',
    ],
  },
  kompetensi: {
    id: [
      'Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?',
      'Tidak kompeten',
      'Kurang kompeten',
      'Kompeten',
      'Sangat kompeten',
    ],
    en: [
      'How competent were the staff?',
      'Not competent',
      'Less than competent',
      'Competent',
      'Very competent',
    ],
  },
  perilaku: {
    id: [
      'Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?',
      'Tidak sopan dan ramah',
      'Kurang sopan dan ramah',
      'Sopan dan ramah',
      'Sangat sopan dan ramah',
    ],
    en: [
      'How polite and friendly were the staff?',
      'Not polite and friendly',
      'Less than polite and friendly',
      'Polite and friendly',
      'Very polite and friendly',
    ],
  },
  pengaduan: {
    id: [
      'Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?',
      'Tidak ada',
      'Ada tetapi tidak berfungsi',
      'Berfungsi kurang maksimal',
      'Dikelola dengan baik',
    ],
    en: [
      'What do you think of how complaints are handled?',
      'There is no way to complain',
      'There is one, but it does not work',
      'It works, though not fully',
      'Complaints are handled well',
    ],
  },
  sarana: {
    id: [
      'Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?',
      'Buruk',
      'Cukup',
      'Baik',
      'Sangat baik',
    ],
    en: ['What do you think of the building and its equipment?', 'Bad', 'Fair', 'Good', 'Very good'],
  },
}

/** In force from the month of the regulation until a hall has a wording of its own. */
export const usualQuestions: Questions = {
  number: 0,
  from: '2017-05',
  day: '2017-05-01',
  elements: NINE.map((element): Element => {
    const { id, en } = asked[element]
    return {
      element,
      weight: 1 / NINE.length,
      text: { id: id[0], en: en[0] },
      answers: { id: id.slice(1), en: en.slice(1) },
      extra: false,
    }
  }),
}

/** What visitors may be asked about themselves, all of it optional; counted apart from their answers. */
export const profileQuestions = [
  {
    question: 'sex',
    text: { id: 'Jenis kelamin', en: 'Sex' },
    values: [
      { value: 'female', text: { id: 'Perempuan', en: 'Female' } },
      { value: 'male', text: { id: 'Laki-laki', en: 'Male' } },
    ],
  },
  {
    question: 'age',
    text: { id: 'Usia', en: 'Age' },
    values: [
      { value: 'under-20', text: { id: 'Di bawah 20 tahun', en: 'Under 20' } },
      { value: '20-29', text: { id: '20–29 tahun', en: '20–29' } },
      { value: '30-39', text: { id: '30–39 tahun', en: '30–39' } },
      { value: '40-49', text: { id: '40–49 tahun', en: '40–49' } },
      { value: '50-59', text: { id: '50–59 tahun', en: '50–59' } },
      { value: '60-up', text: { id: '60 tahun ke atas', en: '60 and over' } },
    ],
  },
  {
    question: 'education',
    text: { id: 'Pendidikan terakhir', en: 'Education' },
    values: [
      { value: 'sd', text: { id: 'SD ke bawah', en: 'Primary school or less' } },
      { value: 'smp', text: { id: 'SMP', en: 'Lower secondary school' } },
      { value: 'sma', text: { id: 'SMA/SMK', en: 'Upper secondary school' } },
      { value: 'diploma', text: { id: 'D1–D3', en: 'Diploma' } },
      { value: 's1', text: { id: 'D4/S1', en: 'Bachelor’s degree' } },
      { value: 's2-up', text: { id: 'S2 ke atas', en: 'Master’s degree or higher' } },
    ],
  },
  {
    question: 'occupation',
    text: { id: 'Pekerjaan', en: 'Occupation' },
    values: [
      { value: 'civil-servant', text: { id: 'PNS/ASN', en: 'Civil servant' } },
      { value: 'military-police', text: { id: 'TNI/Polri', en: 'Armed forces or police' } },
      { value: 'employee', text: { id: 'Pegawai swasta', en: 'Employee' } },
      { value: 'self-employed', text: { id: 'Wirausaha', en: 'Self-employed' } },
      { value: 'farmer-fisher', text: { id: 'Petani/nelayan', en: 'Farmer or fisher' } },
      { value: 'student', text: { id: 'Pelajar/mahasiswa', en: 'Pupil or student' } },
      { value: 'household', text: { id: 'Mengurus rumah tangga', en: 'Runs a household' } },
      { value: 'other', text: { id: 'Lainnya', en: 'Other' } },
    ],
  },
] as const

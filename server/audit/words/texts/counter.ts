// What the record says about a counter: who is there, whom it calls, and what becomes of that visitor.
import type { Reason, Why } from '../../../hall/event-parts.ts'
import type { EventOf } from '../../../hall/event.ts'
import type { Names, Sentences } from './texts.ts'

const indonesian = partsOf({
  ownReason: 'alasan ditulis petugas',
  for: 'untuk',
  ownMissing: 'yang kurang ditulis petugas',
  told: 'pengunjung diberi penjelasan',
  comesBack: 'pengunjung kembali hari ini',
  rules: {
    credit: 'nilai tunggu tertinggi',
    chosen: 'dipilih petugas, nilai tunggu',
    'come-back': 'kembali ke loket ini, nilai tunggu',
  },
  before: (number, credit) => `mendahului ${number} dengan ${credit}`,
  passed: 'dilewati',
  passedBecause: {
    slip: 'slip belum diambil',
    elsewhere: 'di loket lain',
    reserved: 'untuk loket lain',
    walking: 'sedang berjalan',
    later: 'terlambat',
    blocked: 'menunggu langkah lain',
  },
})

const english = partsOf({
  ownReason: 'a reason in their own words',
  for: 'for',
  ownMissing: 'what is missing in own words',
  told: 'the visitor was told something',
  comesBack: 'the visitor returns today',
  rules: {
    credit: 'highest credit',
    chosen: 'chosen, credit',
    'come-back': 'come back to this counter, credit',
  },
  before: (number, credit) => `before ${number} with ${credit}`,
  passed: 'passed',
  passedBecause: {
    slip: 'slip not taken',
    elsewhere: 'at another counter',
    reserved: 'kept for another counter',
    walking: 'walking',
    later: 'late',
    blocked: 'waits for another step',
  },
})

export const id = {
  'counter-opened': ({ counter: at }, { counter }) => `${counter(at)} dibuka.`,
  'counter-paused': ({ counter: at, reason }, names) =>
    `${names.counter(at)} dijeda${indonesian.because(reason, names)}.`,
  'counter-closed': ({ counter: at }, { counter }) => `${counter(at)} ditutup.`,
  'handed-over': ({ counter: at, from, staff }, { counter, person }) =>
    `${counter(at)} diserahkan dari ${person(from)} kepada ${person(staff)}.`,
  'staff-assigned': ({ counter: at, from, staff, open }, { counter, person }) => {
    const instead = from === null ? '' : ` menggantikan ${person(from)}`
    return `${person(staff)} ditempatkan di ${counter(at)}${instead}${open ? '' : '; loket dijeda sampai ia masuk'}.`
  },
  'desk-set': ({ counter: at, services }, { counter, service }) =>
    `${counter(at)} hari ini melayani: ${services.map(service).join(', ')}.`,
  called: ({ counter: at, visit, step, why, reason }, names) =>
    `${names.counter(at)} memanggil ${names.number(visit)}${indonesian.forService(step, names)}; ` +
    `${indonesian.reasonOfCall(why, names)}${indonesian.because(reason ?? null, names)}.`,
  seated: ({ counter: at, visit, step }, names) =>
    `${names.counter(at)} melayani ${names.number(visit)}${indonesian.forService(step, names)}, yang datang tanpa nomor.`,
  recalled: ({ counter: at, visit }, { counter, number }) =>
    `${counter(at)} memanggil ulang ${number(visit)}.`,
  started: ({ counter: at, visit, step }, names) =>
    `${names.counter(at)} mulai melayani ${names.number(visit)}${indonesian.forService(step, names)}.`,
  finished: ({ counter: at, visit, step, outcome, missing, ...more }, names) =>
    outcome === 'served'
      ? `${names.counter(at)} selesai melayani ${names.number(visit)}${indonesian.forService(step, names)}${indonesian.endedWith(more, names)}.`
      : `${names.counter(at)} belum dapat menyelesaikan ${names.number(visit)}${indonesian.forService(step, names)}` +
        `${missing.length > 0 ? `; yang kurang: ${missing.map(names.requirement).join(', ')}` : ''}${indonesian.endedWith(more, names)}.`,
  missed: ({ counter: at, visit }, { counter, number }) => `${number(visit)} terlewat di ${counter(at)}.`,
  unanswered: ({ counter: at, visit, again }, { counter, number, time }) =>
    `${number(visit)} terlewat di ${counter(at)}; dapat dipanggil sekali lagi mulai ${time(again)}.`,
  'put-back': ({ counter: at, visit }, { counter, number }) =>
    `${counter(at)} mengembalikan ${number(visit)} ke antrean.`,
  held: ({ counter: at, visit, reason, until }, names) =>
    `${names.counter(at)} menunda ${names.number(visit)}${indonesian.because(reason, names)}` +
    `${until === null ? '' : `, sampai ${names.time(until)}`}.`,
  released: ({ counter: at, visit }, { counter, number }) =>
    at === null
      ? `Waktu tunda ${number(visit)} habis; nomor itu menunggu lagi.`
      : `${counter(at)} mengembalikan ${number(visit)} ke antrean setelah ditunda atau terlewat.`,
  referred: ({ counter: at, visit, service, comeBack, note, also = [] }, names) =>
    `${names.counter(at)} meneruskan ${names.number(visit)} ke ${[service, ...also].map(names.service).join(', ')}` +
    `${comeBack ? ', lalu kembali' : ''}${note === null ? '' : '; dengan catatan'}.`,
  undone: ({ counter: at }, { counter }) => `${counter(at)} mengurungkan tindakan terakhirnya.`,
  'help-asked': ({ counter: at, alarm }, { counter }) =>
    alarm ? `${counter(at)} mengaktifkan alarm senyap.` : `${counter(at)} meminta bantuan.`,
  'help-answered': ({ counter: at }, { counter }) => `Permintaan bantuan ${counter(at)} dijawab.`,
  'message-sent': ({ counter: at }, { counter }) => `Pesan dikirim ke ${counter(at)}.`,
  'message-read': ({ counter: at }, { counter }) => `${counter(at)} membaca pesan.`,
} satisfies Partial<Sentences>

export const en: Pick<Sentences, keyof typeof id> = {
  'counter-opened': ({ counter: at }, { counter }) => `${counter(at)} opens.`,
  'counter-paused': ({ counter: at, reason }, names) =>
    `${names.counter(at)} pauses${english.because(reason, names)}.`,
  'counter-closed': ({ counter: at }, { counter }) => `${counter(at)} closes.`,
  'handed-over': ({ counter: at, from, staff }, { counter, person }) =>
    `${counter(at)} passes from ${person(from)} to ${person(staff)}.`,
  'staff-assigned': ({ counter: at, from, staff, open }, { counter, person }) => {
    const instead = from === null ? '' : ` instead of ${person(from)}`
    return `${person(staff)} is placed at ${counter(at)}${instead}${open ? '' : ', which is paused until then'}.`
  },
  'desk-set': ({ counter: at, services }, { counter, service }) =>
    `${counter(at)} serves today: ${services.map(service).join(', ')}.`,
  called: ({ counter: at, visit, step, why, reason }, names) =>
    `${names.counter(at)} calls ${names.number(visit)}${english.forService(step, names)}; ` +
    `${english.reasonOfCall(why, names)}${english.because(reason ?? null, names)}.`,
  seated: ({ counter: at, visit, step }, names) =>
    `${names.counter(at)} serves ${names.number(visit)}${english.forService(step, names)}, who came without a number.`,
  recalled: ({ counter: at, visit }, { counter, number }) => `${counter(at)} calls ${number(visit)} again.`,
  started: ({ counter: at, visit, step }, names) =>
    `${names.counter(at)} starts serving ${names.number(visit)}${english.forService(step, names)}.`,
  finished: ({ counter: at, visit, step, outcome, missing, ...more }, names) =>
    outcome === 'served'
      ? `${names.counter(at)} has served ${names.number(visit)}${english.forService(step, names)}${english.endedWith(more, names)}.`
      : `${names.counter(at)} could not complete ${names.number(visit)}${english.forService(step, names)}` +
        `${missing.length > 0 ? `; lacking: ${missing.map(names.requirement).join(', ')}` : ''}${english.endedWith(more, names)}.`,
  missed: ({ counter: at, visit }, { counter, number }) => `${number(visit)} did not come to ${counter(at)}.`,
  unanswered: ({ counter: at, visit, again }, { counter, number, time }) =>
    `${number(visit)} did not come to ${counter(at)}; it can be called once more from ${time(again)} on.`,
  'put-back': ({ counter: at, visit }, { counter, number }) =>
    `${counter(at)} puts ${number(visit)} back into the queue.`,
  held: ({ counter: at, visit, reason, until }, names) =>
    `${names.counter(at)} holds ${names.number(visit)}${english.because(reason, names)}` +
    `${until === null ? '' : `, until ${names.time(until)}`}.`,
  released: ({ counter: at, visit }, { counter, number }) =>
    at === null
      ? `The hold of ${number(visit)} is over; it waits again.`
      : `${counter(at)} lets ${number(visit)} wait again after a hold or a miss.`,
  referred: ({ counter: at, visit, service, comeBack, note, also = [] }, names) =>
    `${names.counter(at)} refers ${names.number(visit)} to ${[service, ...also].map(names.service).join(', ')}` +
    `${comeBack ? ', then back' : ''}${note === null ? '' : '; with a note'}.`,
  undone: ({ counter: at }, { counter }) => `${counter(at)} takes its last action back.`,
  'help-asked': ({ counter: at, alarm }, { counter }) =>
    alarm ? `${counter(at)} raises a silent alarm.` : `${counter(at)} calls for help.`,
  'help-answered': ({ counter: at }, { counter }) => `The call for help from ${counter(at)} is answered.`,
  'message-sent': ({ counter: at }, { counter }) => `A message is sent to ${counter(at)}.`,
  'message-read': ({ counter: at }, { counter }) => `${counter(at)} has read a message.`,
}

/** What several sentences of a language share. */
interface Parts {
  /** For a reason whose words are not in the journal. */
  readonly ownReason: string
  readonly for: string
  readonly ownMissing: string
  readonly told: string
  readonly comesBack: string
  readonly rules: Readonly<Record<Why['rule'], string>>
  before(number: string, credit: string): string
  readonly passed: string
  readonly passedBecause: Readonly<Record<NonNullable<Why['passed']>[number]['because'], string>>
}

function partsOf(words: Parts) {
  /** Who was ahead of the called number and could not come, and why. */
  function whoPassed(passed: Why['passed'] = []): string {
    const list = passed.map(({ number, because }) => `${number} (${words.passedBecause[because]})`)
    return list.length === 0 ? '' : `; ${words.passed} ${list.join(', ')}`
  }

  return {
    because: (reason: Reason | null, names: Names) =>
      reason === null ? '' : `: ${names.reason(reason) ?? words.ownReason}`,
    forService(step: string, names: Names): string {
      const service = names.step(step)
      return service === '' ? '' : ` ${words.for} ${service}`
    },
    /** What was noted at the end, besides the outcome. */
    endedWith(
      noted: Pick<EventOf<'finished'>, 'reason' | 'words' | 'told' | 'comeBack'>,
      names: Names,
    ): string {
      const said = [
        noted.reason === undefined ? [] : [names.reason({ code: noted.reason }) ?? noted.reason],
        noted.words === undefined ? [] : [words.ownMissing],
        noted.told === undefined ? [] : [words.told],
        noted.comeBack === true ? [words.comesBack] : [],
      ].flat()
      return said.map((one) => `; ${one}`).join('')
    },
    reasonOfCall({ rule, credit, over, passed }: Why, { figure }: Names): string {
      const other = over === null ? '' : `, ${words.before(over.number, figure(over.credit))}`
      return `${words.rules[rule]} ${figure(credit)}${other}${whoPassed(passed)}`
    },
  }
}

// The journal in words, in both languages.
import { describe, expect, it } from 'vitest'
import { slipFaults } from '../../server/hall/visit.ts'
import { makeWords } from '../../server/audit/words/words.ts'
import { golden } from './helper.ts'

const id = golden.map(makeWords('id'))
const en = golden.map(makeWords('en'))

describe('an event in words', () => {
  it('has the time, the names of the plan, who did it and its seq', () => {
    expect(id).toContain(
      '08:04:20  Loket 1 memanggil A002 untuk Kartu keluarga; nilai tunggu tertinggi 7, mendahului A001 dengan 4,25.  (petugas ayu, #31)',
    )
    expect(en).toContain(
      '08:04:20  Counter 1 calls A002 for Family card; highest credit 7, before A001 with 4.25.  (staff ayu, #31)',
    )
    expect(id).toContain('08:39:00  Waktu tunda B001 habis; nomor itu menunggu lagi.  (jam, #85)')
  })

  it('names those whom a call passed, with why they could not come', () => {
    expect(id.join('\n')).toContain(
      'Loket 1 memanggil A002 untuk KTP elektronik; nilai tunggu tertinggi 13; dilewati A001 (sedang berjalan).',
    )
    expect(en.join('\n')).toContain('highest credit 13; passed A001 (walking).')
  })

  it('names reasons of the plan, but never the words that somebody typed', () => {
    expect(id.join('\n')).toContain('Loket 1 dijeda: Istirahat.')
    expect(id.join('\n')).toContain('Loket 3 menunda C001: alasan ditulis petugas.')
  })

  it('tells an end with all its details, a second call, a visitor without a number, and a handover', () => {
    const told = en.join('\n')
    expect(told).toContain(
      'could not complete A001 for Family card; what is missing in own words; the visitor was told something; the visitor returns today.',
    )
    expect(told).toMatch(/A001 did not come to Counter 1; it can be called once more from \d\d:\d\d on\./)
    expect(told).toContain('Counter 1 serves B001 for Birth certificate, who came without a number.')
    expect(told).toContain('Counter 1 passes from ayu to komang.')
    expect(told).toMatch(/Counter 1 refers A001 to Birth certificate, .*, then back\./)
    expect(id.join('\n')).toContain('dipilih petugas, nilai tunggu 12,33: alasan ditulis petugas.')
  })

  it('says why a slip did not come out; a cause that it does not know stays its code', () => {
    const failed = golden.find(({ event }) => event.type === 'slip-failed')
    if (failed?.event.type !== 'slip-failed') throw new Error('a slip of the golden journal fails')
    const { event } = failed
    for (const why of slipFaults)
      for (const language of ['id', 'en'] as const)
        expect(makeWords(language)({ ...failed, event: { ...event, why } })).not.toContain(`(${why})`)
    const unreachable = { ...failed, event: { ...event, why: 'unreachable' } }
    expect(makeWords('id')(unreachable)).toContain('tidak tercetak (pencetak tidak terhubung).')
    expect(makeWords('en')({ ...failed, event: { ...event, why: 'smoke' } })).toContain('(smoke).')
  })

  it('leaves no id in the place of a name', () => {
    for (const line of [...id, ...en]) {
      expect(line).not.toMatch(/undefined|\bloket-\d|\bv\d\b|\bsay\d|ktp-el|bpjs-daftar|akta-lahir/)
    }
  })

  it('knows the steps that referrals add, and that an undo takes away', () => {
    const tell = makeWords('en')
    const until = golden.findIndex(({ event }) => event.type === 'referred')
    for (const recorded of golden.slice(0, until + 1)) tell(recorded)
    const referred = golden[until]
    if (referred?.event.type !== 'referred') throw new Error('the golden journal refers somebody')
    const { counter, visit } = referred.event
    tell({ ...referred, event: { type: 'undone', counter } })
    tell({ ...referred, event: { ...referred.event, service: 'akta-lahir', comeBack: false } })
    const started = tell({ ...referred, event: { type: 'started', counter, visit, step: `${visit}.3` } })
    expect(started).toContain('Counter 2 starts serving A002 for Birth certificate.')
  })

  it('still knows the steps of a referral when the handover after it was undone', () => {
    const tell = makeWords('en')
    const until = golden.findIndex(({ event }) => event.type === 'referred')
    for (const recorded of golden.slice(0, until + 1)) tell(recorded)
    const referred = golden[until]
    if (referred?.event.type !== 'referred') throw new Error('the golden journal refers somebody')
    const { counter, visit } = referred.event
    const passed = { type: 'handed-over', counter, from: 'ayu', staff: 'komang', several: false } as const
    tell({ ...referred, event: passed })
    const undone = tell({ ...referred, event: { type: 'undone', counter } })
    expect(undone).toContain('The action was: “Counter 2 passes from ayu to komang.”')
    tell({ ...referred, event: { ...referred.event, service: 'akta-lahir', comeBack: false } })
    const at = { counter, visit }
    const second = tell({ ...referred, event: { type: 'started', ...at, step: `${visit}.3` } })
    const fifth = tell({ ...referred, event: { type: 'started', ...at, step: `${visit}.5` } })
    expect([second, fifth].map((words) => words.includes('Birth certificate'))).toEqual([false, true])
  })

  it('tells an event whose names it does not know', () => {
    const called = golden.find(({ event }) => event.type === 'called')
    expect(called && makeWords('en')(called)).toContain('loket-1 calls v1; highest credit 0.47.')
  })
})

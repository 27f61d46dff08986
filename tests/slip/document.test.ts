import { describe, expect, it } from 'vitest'
import { karangasem } from '../../server/halls/karangasem/index.ts'
import type { Block } from '../../server/slip/document/pen.ts'
import * as counter from '../rules/commands.ts'
import type { Story } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { slip, url } from './slips.ts'

const words = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'text') return [block.text]
    if (block.kind === 'item') return [`${block.mark} ${block.text}`.trim()]
    return block.kind === 'pair' ? [block.left, block.right] : []
  })

const said = (...told: Parameters<typeof slip>) => words(slip(...told).blocks)

describe('the slip of a visit', () => {
  it('says hall, number, day and time, where to wait and how many are ahead', () => {
    const { title, language, blocks } = slip()
    expect([title, language]).toEqual(['A004', 'id'])
    expect(words(blocks).slice(0, 9)).toEqual([
      'Mal Pelayanan Publik Karangasem',
      'Amlapura, Bali',
      'Nomor antrean Anda',
      'A004',
      'Sel, 24 Nov 2026, 09.05 WITA',
      'Kartu Keluarga baru',
      'Dinas Kependudukan dan Pencatatan Sipil',
      'Zona: Kependudukan dan keluarga',
      'Lantai 1, sebelah kiri pintu masuk',
    ])
    expect(words(blocks)).toContain('3 orang di depan Anda')
    expect(blocks).toContainEqual({ kind: 'qr', text: url })
    expect(blocks.at(-1)).toEqual({ kind: 'cut' })
  })

  it('says the number as large as it can', () => {
    const number = slip().blocks.find((block) => block.kind === 'text' && block.text === 'A004')
    expect(number).toMatchObject({ size: 'number' })
  })

  it('speaks the language of the visit, with the hall’s time', () => {
    const lines = said({ language: 'en' })
    expect(lines).toEqual(expect.arrayContaining(['Karangasem Public Service Mall', 'Your number']))
    expect(lines).toEqual(expect.arrayContaining(['Tue, 24 Nov 2026, 09:05 WITA']))
    expect(lines).toContain('3 people ahead of you')
  })

  it('speaks Indonesian of its own in a language that has no words here, and the plan’s in that language', () => {
    const plan = {
      ...karangasem,
      languages: ['id', 'en', 'ban'],
      name: { ...karangasem.name, ban: 'Mal Bali' },
    }
    const lines = said({ plan, language: 'ban' })
    expect(lines).toEqual(expect.arrayContaining(['Mal Bali', 'Nomor antrean Anda', 'Kartu Keluarga baru']))
  })

  it('names the services in the order in which they can be done, and what each waits for', () => {
    const lines = said({ services: ['dukcapil-ktp-pemula', 'dukcapil-kk'] })
    const from = lines.indexOf('Layanan Anda, dengan urutan ini:')
    expect(lines.slice(from).filter((line) => /^\d\. |Sesudah/.test(line))).toEqual([
      '1. Kartu Keluarga baru',
      '2. KTP-el pemula (pertama kali)',
      'Sesudah langkah 1 selesai',
    ])
  })

  it('says of an agency and of where a zone is once, as eight services make a long slip anyway', () => {
    const lines = said({ services: ['dukcapil-kk', 'dukcapil-ktp-pemula'] })
    const times = (line: string) => lines.filter((other) => other === line).length
    expect(times('Dinas Kependudukan dan Pencatatan Sipil')).toBe(1)
    expect(times('Zona: Kependudukan dan keluarga')).toBe(2)
    expect(times('Lantai 1, sebelah kiri pintu masuk')).toBe(1)
  })

  it('says that services without an order are waited for at once', () => {
    const lines = said({ plan: rulesPlan, services: ['kk', 'skck'] })
    expect(lines).toContain('Anda menunggu semua layanan ini sekaligus:')
  })

  it('says priority without a reason, and that staff come', () => {
    expect(said({ priority: true })).toContain('Antrean prioritas')
    expect(said({ comeToMe: true })).toContain('Silakan tunggu di tempat Anda. Petugas akan datang.')
    expect(said().join()).not.toMatch(/prioritas|Petugas/)
  })

  it('says COPY and when on the second paper, and rehearsal while the clock is offset', () => {
    expect(said({ copy: true })).toEqual(
      expect.arrayContaining([
        '*** SALINAN ***',
        'Sel, 24 Nov 2026, 09.05 WITA',
        'Dicetak ulang pukul 09.15 WITA',
      ]),
    )
    expect(said({ clockOffset: -60 })).toContain('LATIHAN: bukan antrean sungguhan')
    expect(said().join()).not.toMatch(/SALINAN|LATIHAN|ulang/)
  })

  it('has no QR code where nothing leads to the phone page', () => {
    const { blocks } = slip({ url: null })
    expect(blocks.some(({ kind }) => kind === 'qr')).toBe(false)
    expect(words(blocks).join()).not.toContain('Pindai')
  })

  it('says on a copy what became of each step', () => {
    const meanwhile = (story: Story) => {
      for (const before of [0, 1, 2]) story.does(counter.cancel(`before-kk-${before}`))
      story.does(counter.open('loket-1'))
      story.does(counter.callNext('loket-1'))
    }
    const lines = said({ plan: rulesPlan, services: ['kk'], copy: true, meanwhile })
    expect(lines).toContain('Silakan ke Loket 1 sekarang')
  })
})

describe('what to prepare', () => {
  it('is on the phone page, and on a slip that the plan wants long', () => {
    const short = said()
    expect(short).not.toContain('Siapkan:')
    expect(short).toContain('Pindai: antrean dan persyaratan')
    const long = said({ long: true })
    expect(long).toContain('Siapkan:')
    expect(long).toContain('Pindai untuk mengikuti antrean di ponsel')
    expect(said({ long: true, url: null })).toContain('Siapkan:')
  })

  it('on a short slip lists what is missing, with where to get it', () => {
    const lines = said({ missing: ['akta-kawin'] })
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(1)
    expect(lines).toContain('Belum Anda miliki:')
  })

  it('lists the papers of all services once each, without those that a service of the visit issues', () => {
    const lines = said({ services: ['dukcapil-kk', 'dukcapil-ktp-pemula'], long: true })
    const from = lines.indexOf('Siapkan:')
    const papers = lines.slice(from).filter((line) => line.startsWith('- '))
    expect(papers.length).toBeGreaterThan(5)
    expect(papers).toEqual([...new Set(papers)])
    const issued = karangasem.services
      .find(({ id }) => id === 'dukcapil-ktp-pemula')
      ?.requirements.find(({ issuedBy }) => issuedBy === 'dukcapil-kk')
    expect(issued).toBeDefined()
    expect(papers).not.toContain(`- ${issued?.name.id}`)
  })

  it('names what is missing separately, with where to get it', () => {
    const missing = karangasem.services
      .find(({ id }) => id === 'dukcapil-kk')
      ?.requirements.filter(({ id }) => id === 'akta-kawin')
    const lines = said({ missing: ['akta-kawin'], long: true })
    const from = lines.indexOf('Belum Anda miliki:')
    expect(lines[from + 1]).toMatch(
      new RegExp(`^- ${missing?.[0]?.name.id.slice(0, 20)}.* \\(diurus di .+\\)$`),
    )
    expect(lines.slice(lines.indexOf('Siapkan:')).join()).not.toContain('kutipan akta perkawinan atau')
  })

  it('names ten papers at most, and cuts their names at 90 characters', () => {
    const paper = (place: number) => ({
      id: `p-${place}`,
      name: { id: `${place} ${'surat '.repeat(20)}`, en: 'x' },
      issuedBy: null,
    })
    const plan = {
      ...rulesPlan,
      services: rulesPlan.services.map((service) =>
        service.id === 'skck'
          ? { ...service, requirements: Array.from({ length: 12 }, (_, at) => paper(at)) }
          : service,
      ),
    }
    const lines = said({ plan, services: ['skck'], long: true })
    const papers = lines.filter((line) => line.startsWith('- '))
    expect(papers).toHaveLength(9)
    expect(papers[0]).toMatch(/^- 0 surat .*…$/)
    expect(papers[0]?.length).toBeLessThanOrEqual(92)
    expect(lines).toContain('dan 3 lagi: tanyakan di loket')
  })
})

// The process that reads spreadsheets: the built one within its limits of memory and time, and doubles that misbehave.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSheets, type Sheets } from '../../server/sheets/sheets.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { buildWorker } from '../voice/built-worker.ts'
import { type Behaviour, createWorkers } from '../voice/doubles.ts'
import { inline, table, workbook } from './zip.ts'

const agencies = (short: string) =>
  workbook({
    sheets: {
      Instansi: table([
        ['Nama', 'Nama (Inggris)', 'Singkatan'],
        ['Bank', 'Bank', short],
      ]),
    },
  })
const asked = (bytes: Uint8Array) => ({
  of: 'plan' as const,
  bytes,
  doc: rulesPlan,
  language: 'id' as const,
  chosen: new Map<string, string>(),
})
const tooMuch = 'Berkas ini terlalu besar untuk dibaca; hapus baris, lembar, dan gambar yang tidak perlu.'
/** Within what a zip may hold, but far more as objects: four hundred thousand cells in one sheet that is no kind of ours. */
const heavy = () => {
  const row = Array.from({ length: 26 }, (_, nth) => `teks ${nth} yang panjang`)
  return workbook({
    sheets: { Besar: { rows: Array.from({ length: 15_000 }, (_, nth) => inline(nth + 1, row)).join('') } },
  })
}

describe('the built process', () => {
  let worker: Awaited<ReturnType<typeof buildWorker>>
  const open: Sheets[] = []
  const warnings: object[] = []
  const sheetsOf = (more: { heapMb?: number; limitMs?: number } = {}) => {
    const made = createSheets({
      workerUrl: worker.url,
      warn: (details) => void warnings.push(details),
      ...more,
    })
    open.push(made)
    return made
  }
  beforeAll(async () => {
    worker = await buildWorker('server/sheets/sheets-worker.ts')
  }, 60_000)
  afterAll(async () => {
    for (const one of open) one.close()
    await worker.remove()
  })

  it('writes and reads, two at once', async () => {
    const sheets = sheetsOf()
    const bytes = await sheets.write({ of: 'plan', doc: rulesPlan, language: 'id', kind: null })
    const [same, other] = await Promise.all([sheets.read(asked(bytes)), sheets.read(asked(agencies('B')))])
    expect([same.changes, same.faults]).toEqual([[], []])
    expect(other.plan).toMatchObject({ agencies: [{ id: 'bank', short: 'B' }] })
  })

  it('[S39] a file that needs too much memory or time is refused in words, and the next one is read', async () => {
    const small = sheetsOf({ heapMb: 36 })
    const before = process.memoryUsage().rss
    const refused = await small.read(asked(heavy()))
    expect(refused.faults.map(({ detail, blocks }) => [detail, blocks])).toEqual([[tooMuch, true]])
    expect(warnings.length).toBeGreaterThan(0)
    expect((await small.read(asked(agencies('B')))).plan).toMatchObject({ agencies: [{ short: 'B' }] })
    // What it took, it did not take here.
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024)
  })
})

describe('with a process that', () => {
  const reads: Behaviour = ({ id }, { answer }) =>
    answer({ id, read: { plan: {}, changes: [], faults: [], notes: [], rows: [] } })

  function given(...behaviours: Behaviour[]) {
    const workers = createWorkers(...behaviours)
    const warnings: object[] = []
    const sheets = createSheets({
      workerUrl: new URL('file:///nowhere.js'),
      warn: (details) => void warnings.push(details),
      spawn: workers.spawnWorker,
      limitMs: 50,
      idleMs: 1,
    })
    return { sheets, warnings, ...workers }
  }
  const said = async (sheets: Sheets) =>
    (await sheets.read(asked(agencies('B')))).faults.map(({ code }) => code)

  it('never answers, the file is refused and another process reads the next', async () => {
    const { sheets, warnings } = given(() => {}, reads)
    expect(await said(sheets)).toEqual(['too-much'])
    expect(warnings).toHaveLength(1)
    expect(await said(sheets)).toEqual([])
  })

  it('answers nonsense, nothing of it is believed', async () => {
    const nonsense: unknown[] = [{ read: 5 }, { read: { plan: {}, changes: 'many' } }, { bytes: 'x' }, {}]
    for (const answer of nonsense) {
      const { sheets } = given(({ id }, process) => process.answer({ id, ...(answer as object) }))
      expect(await said(sheets)).toEqual(['too-much'])
    }
    const { sheets } = given(({ id }, process) => process.answer({ id, read: {} }))
    await expect(sheets.write({ of: 'plan', doc: {}, language: 'id', kind: null })).rejects.toThrow(
      /nonsense/,
    )
  })

  it('is busy, no more than three files wait', async () => {
    const { sheets } = given(() => {})
    const all = Array.from({ length: 4 }, () => sheets.read(asked(agencies('B'))))
    expect(sheets.isBusy()).toBe(true)
    sheets.close()
    expect((await Promise.all(all)).map(({ faults }) => faults[0]?.code)).toEqual(
      Array.from({ length: 4 }, () => 'too-much'),
    )
  })
})

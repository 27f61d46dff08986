// What rows mean: which thing each is, what is new, gone and changed, and what is asked.
import { expect, it } from 'vitest'
import type { Plan } from '../../server/hall/plan.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { faultsOf, readOver, table, workbook } from './zip.ts'

const ID = 'ID – jangan diubah'
const agencies = (...rows: string[][]) =>
  workbook({ sheets: { Instansi: table([[ID, 'Nama', 'Nama (Inggris)', 'Singkatan'], ...rows]) } })
const own = [
  ['dukcapil', 'Dukcapil', 'Dukcapil', 'Dukcapil'],
  ['polres', 'Polres', 'Polres', 'Polres'],
  ['bank', 'Bank', 'Bank', 'Bank'],
]
const services = (rows: (string | null)[][]) =>
  workbook({
    sheets: { Layanan: table([[ID, 'Instansi', 'Nama', 'Nama (Inggris)', 'Huruf nomor'], ...rows]) },
  })
const bank = rulesPlan.services.filter(({ agency }) => agency === 'bank')
const ownServices = rulesPlan.services.map(({ id, agency, prefix }) => [
  id,
  agency === 'dukcapil' ? 'Dukcapil' : agency === 'polres' ? 'Polres' : 'Bank',
  id,
  id,
  prefix,
])
const planOf = async (bytes: Uint8Array, chosen?: Record<string, string>) =>
  (await readOver(bytes, rulesPlan, chosen)).plan as Plan
const told = async (bytes: Uint8Array, chosen?: Record<string, string>) =>
  (await readOver(bytes, rulesPlan, chosen)).changes.map(({ kind, id, what, field }) =>
    [kind, id, what, field].filter((one) => one !== null).join(' '),
  )

it('[S33] a row that carries an id is that thing, whatever it is called now', async () => {
  const renamed = agencies(['dukcapil', 'Dinas Dukcapil', 'Civil registry', 'Capil'], ...own.slice(1))
  expect(await told(renamed)).toEqual(['agency dukcapil changed name', 'agency dukcapil changed short'])
  const { changes } = await readOver(renamed)
  expect(changes[0]).toMatchObject({
    name: 'Dinas Dukcapil',
    heading: 'Nama',
    before: { id: 'Dukcapil', en: 'Dukcapil' },
    after: { id: 'Dinas Dukcapil', en: 'Civil registry' },
    words: { before: 'Dukcapil / Dukcapil', after: 'Dinas Dukcapil / Civil registry' },
  })
})

it('finds what cells call a renamed thing under both names', async () => {
  const bytes = workbook({
    sheets: {
      Instansi: table([
        [ID, 'Nama', 'Nama (Inggris)', 'Singkatan'],
        ['dukcapil', 'Capil Baru', 'New', 'CB'],
        ...own.slice(1),
      ]),
      Loket: table([
        [ID, 'Nomor loket', 'Instansi', 'Zona', 'Layanan'],
        ...rulesPlan.counters.map(({ id, label, agency, zone, services: served }) => [
          id,
          label,
          agency === 'dukcapil' ? (label === '1' ? 'dukcapil' : 'capil baru') : agency,
          zone,
          [...served].reverse().join('\n'),
        ]),
      ]),
    },
  })
  const { counters } = await planOf(bytes)
  expect(counters.map(({ agency }) => agency)).toEqual(rulesPlan.counters.map(({ agency }) => agency))
  expect(counters[0]?.services).toEqual(['akta', 'ktp', 'kk'])
  expect(await faultsOf(bytes)).toEqual([])
})

it('[S34] a row without an id is found by its agency and name; if several match, a person is asked', async () => {
  const same = own.map(([, ...rest]) => ['', ...rest])
  expect(await told(agencies(...same.slice(0, 2), ['', ' BANK ', 'Bank', 'Bnk']))).toEqual([
    'agency bank changed name',
    'agency bank changed short',
  ])
  const twins: Plan = {
    ...rulesPlan,
    agencies: [...rulesPlan.agencies, { id: 'bank-2', name: { id: 'Bank', en: 'Bank' }, short: 'B2' }],
  }
  const bytes = agencies(...own.slice(0, 2), ['', 'Bank', 'Bank', 'B9'], ['bank-2', 'Bank', 'Bank', 'B2'])
  expect((await readOver(bytes, twins)).changes.map(({ id }) => id)).toEqual(['bank'])
  const both = agencies(...own.slice(0, 2), ['', 'Bank', 'Bank', 'B9'])
  const asked = (await readOver(both, twins)).faults[0]
  expect(asked).toMatchObject({
    sheet: 'Instansi',
    row: 4,
    cell: 'B4',
    code: 'which-one',
    blocks: true,
    detail: 'Ada beberapa yang bernama "Bank"; yang mana baris ini?',
    ask: { row: 'agency:4', choices: [{ id: 'bank' }, { id: 'bank-2' }, { id: 'new' }] },
  })
  expect(
    (await readOver(both, twins, { 'agency:4': 'bank-2' })).changes.map(({ id, what }) => `${id} ${what}`),
  ).toEqual(['bank-2 changed', 'bank gone'])
  const anew = await readOver(both, twins, { 'agency:4': 'new' })
  expect(anew.changes.map(({ what }) => what)).toEqual(['added', 'gone', 'gone'])
})

it('asks about a second row of one name, and makes it another thing when told so', async () => {
  const bytes = agencies(...own, ['', 'Bank', 'Bank', 'B2'])
  expect(await faultsOf(bytes)).toEqual([
    'Instansi · B5 · "Bank" sudah ada di baris 4; apakah baris ini yang lain?',
  ])
  const plan = await planOf(bytes, { 'agency:5': 'new' })
  expect(plan.agencies.map(({ short }) => short)).toEqual(['Dukcapil', 'Polres', 'Bank', 'B2'])
  expect(plan.agencies[3]?.id).toMatch(/^[a-z0-9]{12}$/)
})

it('takes a row that was copied with its id for a new thing', async () => {
  const plan = await planOf(
    agencies(own[0] ?? [], ['dukcapil', 'Samsat', 'Samsat', 'Samsat'], ...own.slice(1)),
  )
  expect(plan.agencies.map(({ name }) => name.id)).toEqual(['Dukcapil', 'Samsat', 'Polres', 'Bank'])
  expect(plan.agencies[0]?.id).toBe('dukcapil')
  expect(plan.agencies[1]?.id).not.toBe('dukcapil')
})

it('[S35] a row that is not there is gone; a sheet that is not there changes nothing', async () => {
  expect(await told(agencies(...own.slice(0, 2)))).toContain('agency bank gone')
  const { notes, plan } = await readOver(agencies(...own))
  expect(plan).toEqual(rulesPlan)
  expect(notes.map(({ detail }) => detail)).toContainEqual(
    expect.stringMatching(/^Tidak ada di berkas, jadi isinya tetap: Mal, Zona, Tempat menunggu, Layanan, /),
  )
})

it('[S41] whatever is removed takes along what refers to it: services and requirements', async () => {
  const left = ownServices.filter(([id]) => id !== 'kk' && id !== 'skck' && id !== 'bayar')
  const { plan, faults } = await readOver(services(left))
  const { counters, bundles, services: now } = plan as Plan
  expect(counters.map(({ services: served }) => served)).toEqual([
    ['ktp', 'akta'],
    ['ktp'],
    ['sim'],
    [],
    ['tabungan', 'kredit', 'asuransi'],
    [],
  ])
  expect(bundles[0]?.services).toEqual(['sim'])
  const byId = new Map(now.map((one) => [one.id, one]))
  expect(byId.get('ktp')).toMatchObject({ after: [], requirements: [{ id: 'surat-kk', issuedBy: null }] })
  expect(byId.get('sim')).toMatchObject({ after: [], requirements: [{ id: 'bukti-bayar', issuedBy: null }] })
  expect(faults.filter(({ blocks }) => blocks)).toEqual([])
})

it('says where something must refer to what is gone', async () => {
  const { faults } = await readOver(agencies(...own.slice(0, 2)))
  expect(faults.find(({ code }) => code === 'name-gone')).toMatchObject({
    sheet: 'Layanan',
    column: 'Instansi',
    detail: '"Bank" dihapus dari lembar Instansi.',
    blocks: false,
  })
})

it('adds what is new with an id of its own, and keeps what has no column', async () => {
  const rows = [...ownServices, ['', 'Bank', 'Setoran', 'Deposit', 'T']]
  const { plan, changes, faults } = await readOver(services(rows))
  const now = (plan as Plan).services
  expect(now.slice(0, -1)).toEqual(rulesPlan.services)
  expect(now.at(-1)).toEqual({
    id: expect.stringMatching(/^[a-z0-9]{12}$/),
    agency: 'bank',
    name: { id: 'Setoran', en: 'Deposit' },
    prefix: 'T',
    quota: null,
    hours: null,
    after: [],
    requirements: [],
    source: { url: null, confidence: '' },
  })
  expect(changes.map(({ what, name }) => `${what} ${name}`)).toEqual(['added Setoran'])
  // It cannot be published like that, and the row is named; into the draft it goes.
  expect(faults.map(({ sheet, row, code, blocks }) => [sheet, row, code, blocks])).toEqual([
    ['Layanan', 11, 'field-missing', false],
    ['Layanan', 11, 'field-missing', false],
  ])
})

it('tells another order once', async () => {
  expect(await told(agencies(...[...own].reverse()))).toEqual(['agency changed order'])
})

it('tells two services of one name apart by their agency', async () => {
  const twins: Plan = {
    ...rulesPlan,
    services: rulesPlan.services.map((one) =>
      one.id === 'sim' || one.id === 'bayar' ? { ...one, name: { id: 'Konsultasi', en: 'Advice' } } : one,
    ),
  }
  const counters = (said: string) =>
    workbook({
      sheets: {
        Loket: table([
          [ID, 'Nomor loket', 'Instansi', 'Zona', 'Layanan'],
          ...twins.counters.map(({ id, label, agency, zone, services: served }) => [
            id,
            label,
            agency,
            zone,
            id === 'loket-4'
              ? said
              : served.map((one) => (one === 'sim' || one === 'bayar' ? 'Konsultasi' : one)).join('; '),
          ]),
        ]),
      },
    })
  const served = async (said: string) => {
    const { plan, faults } = await readOver(counters(said), twins)
    return (
      faults.filter(({ blocks }) => blocks).map(({ detail }) => detail)[0] ??
      (plan as Plan).counters[3]?.services
    )
  }
  expect(await served('Konsultasi')).toEqual(['sim'])
  expect(await served('Konsultasi – Bank; skck')).toEqual(['bayar', 'skck'])
  expect(await served('Konsultasi - Polres [sim]')).toEqual(['sim'])
  expect(await served('Konsultan')).toBe('"Konsultan" tidak ada di lembar Layanan.')
})

it('gives a requirement of a name that is asked for elsewhere the same paper', async () => {
  const heads = [ID, 'Layanan', 'Nama', 'Nama (Inggris)', 'Diterbitkan oleh layanan']
  const rows = rulesPlan.services.flatMap(({ id, requirements }) =>
    requirements.map((one) => [`${id}/${one.id}`, id, one.name.id, one.name.en, one.issuedBy]),
  )
  const bytes = workbook({
    sheets: {
      Persyaratan: table([
        heads,
        ...rows,
        ['', 'kk', 'foto', 'photo', null],
        ['', 'akta', 'Materai', 'Stamp', null],
      ]),
    },
  })
  const plan = await planOf(bytes)
  expect(plan.services.find(({ id }) => id === 'kk')?.requirements).toEqual([
    { id: 'foto', name: { id: 'foto', en: 'photo' }, issuedBy: null },
  ])
  expect(plan.services.find(({ id }) => id === 'akta')?.requirements[0]?.id).toMatch(/^[a-z0-9]{12}$/)
  expect(await told(bytes)).toEqual([
    'requirement kk/foto added',
    expect.stringMatching(/^requirement akta\/\w{12} added$/),
  ])
})

it('reads a sheet that was renamed, columns that were moved, and a row above the headings', async () => {
  const heads = ['Singkatan', 'Nama (Inggris)', 'Nama', ID]
  const bytes = workbook({
    sheets: {
      Sheet1: table([
        ['Daftar instansi kami'],
        [],
        heads,
        ...own.map(([id = '', name = '', en = '', short = '']) => [`${short}!`, en, name, id]),
      ]),
    },
  })
  const { changes, faults } = await readOver(bytes)
  expect(faults).toEqual([])
  expect(changes.map(({ id, field, after }) => [id, field, after])).toEqual([
    ['dukcapil', 'short', 'Dukcapil!'],
    ['polres', 'short', 'Polres!'],
    ['bank', 'short', 'Bank!'],
  ])
})

it('names a column that somebody renamed, and ignores one of their own', async () => {
  const heads = [ID, 'Nama', 'Nama (Inggris)', 'Singkat']
  const renamed = workbook({ sheets: { Instansi: table([heads, ...own]) } })
  expect(await faultsOf(renamed)).toEqual([
    'Instansi · D1 · Kolom "Singkat" tidak dikenal, sedangkan kolom "Singkatan" tidak ada; kembalikan nama kolomnya.',
  ])
  const noName = workbook({
    sheets: {
      Instansi: table([
        [ID, 'Singkatan'],
        ['dukcapil', 'DK'],
      ]),
    },
  })
  expect(await faultsOf(noName)).toContain('Instansi · Kolom "Nama" tidak ada.')
  const more = workbook({
    sheets: {
      Instansi: table([
        [ID, 'Nama', 'Nama (Inggris)', 'Singkatan', 'Telepon'],
        ...own.map((row) => [...row, '0363']),
      ]),
    },
  })
  const { faults, notes, plan } = await readOver(more)
  expect([faults, plan]).toEqual([[], rulesPlan])
  expect(notes.map(({ detail }) => detail)).toContain('Kolom "Telepon" tidak dikenal dan diabaikan.')
})

it('leaves out empty rows and rows of which only the id is left', async () => {
  const bytes = agencies(own[0] ?? [], ['', '', '', ''], ['polres', ' ', '', ''], own[2] ?? [])
  expect(await told(bytes)).toContain('agency polres gone')
  expect((await planOf(bytes)).agencies).toHaveLength(2)
})

it('keeps the services of another hall’s file apart by the ids they bring', async () => {
  const bytes = services([
    ...ownServices,
    ['from-elsewhere', 'Bank', 'kk', 'kk', 'T'],
    ['too', 'Bank', 'kk', 'kk', 'T'],
  ])
  expect((await planOf(bytes)).services.slice(-2).map(({ id }) => id)).toEqual(['from-elsewhere', 'too'])
  expect(bank).toHaveLength(4)
})

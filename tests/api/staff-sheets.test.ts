// The list of staff as a spreadsheet: accounts made and changed all at once, first passwords shown once, and nothing
// that a person may not do by hand.
import { expect, it } from 'vitest'
import type { StaffImport } from '../../server/http/people/staff-sheets.ts'
import { table, workbook } from '../sheets/zip.ts'
import { hallApp, type HallApp, type Somebody } from './hall-app.ts'

const heads = ['Nama pengguna', 'Nama', 'Peran', 'Instansi', 'Akun']
const list = (...rows: (string | null)[][]) => workbook({ sheets: { Petugas: table([heads, ...rows]) } })
const send = (hall: HallApp, bytes: Buffer, query = '', as: Somebody = 'manager') =>
  hall.ask<StaffImport>(`POST /api/staff/import${query}`, {
    as,
    body: bytes,
    headers: { 'content-type': 'application/octet-stream' },
  })
const faultsOf = async (hall: HallApp, bytes: Buffer, as: Somebody = 'manager') =>
  (await send(hall, bytes, '', as)).body.faults.map(({ cell, detail }) => `${cell} ${detail}`)
const account = (hall: HallApp, username: string) => hall.access.staff.byUsername(username)
const newcomers = list(
  ['wayan', 'I Wayan Sudiarta', 'petugas', 'Dukcapil', null],
  ['Komang', 'Ni Komang Ayu', 'Penyelia', 'polres', 'terbuka'],
)

it('[I26] a list of staff makes and changes accounts, and leaves alone whoever is not on it', async () => {
  const hall = await hallApp()
  const before = hall.access.staff.list()
  const looked = (await send(hall, newcomers)).body
  expect(looked.changes.map(({ what, name, id }) => [what, name, id])).toEqual([
    ['added', 'I Wayan Sudiarta', 'wayan'],
    ['added', 'Ni Komang Ayu', 'komang'],
  ])
  expect([looked.taken, looked.slips, looked.faults]).toEqual([false, [], []])
  expect(hall.access.staff.list()).toEqual(before)
  const { slips, taken } = (await send(hall, newcomers, '?take=1')).body
  expect(taken).toBe(true)
  expect(slips).toMatchObject([
    { username: 'wayan', name: 'I Wayan Sudiarta', role: 'officer', agency: 'dukcapil' },
    { username: 'komang', role: 'supervisor', agency: 'polres' },
  ])
  expect(hall.access.staff.list()).toHaveLength(before.length + 2)
  for (const { username } of before)
    expect(account(hall, username)).toEqual(before.find((one) => one.username === username))
  // The record knows.
  const { lines } = await hall.does<{ lines: { what: string }[] }>('GET /api/audit', { as: 'manager' })
  expect(lines.filter(({ what }) => /Membuat akun/.test(what))).toHaveLength(2)
})

it('[I27] first passwords of a list are told once, to whoever sent it', async () => {
  const hall = await hallApp()
  const { slips } = (await send(hall, newcomers, '?take=1')).body
  const [first] = slips
  const signIn = (password = '') =>
    hall.ask<{ staff: { oneTime: boolean } }>('POST /api/session', { body: { username: 'wayan', password } })
  expect((await signIn(first?.password)).body.staff.oneTime).toBe(true)
  const again = (await send(hall, newcomers, '?take=1')).body
  expect([again.slips, again.changes]).toEqual([[], []])
  const { staff } = await hall.does<object & { staff: object[] }>('GET /api/staff', { as: 'manager' })
  expect(JSON.stringify(staff)).not.toContain(first?.password)
})

it('makes another first password for those who never used theirs, and for nobody else', async () => {
  const hall = await hallApp()
  const { slips } = (await send(hall, newcomers, '?take=1')).body
  const all = list(
    ['wayan', 'I Wayan Sudiarta', 'petugas', 'Dukcapil', null],
    ['ayu', 'ayu', 'petugas', 'Dukcapil', null],
  )
  expect((await send(hall, all)).body.waiting).toBe(1)
  const more = (await send(hall, all, '?take=1&again=1')).body.slips
  expect(more.map(({ username }) => username)).toEqual(['wayan'])
  expect(more[0]?.password).not.toBe(slips[0]?.password)
  const old = await hall.ask('POST /api/session', {
    body: { username: 'wayan', password: slips[0]?.password },
  })
  expect(old.code).toBe('bad-credentials')
  await hall.does('POST /api/session', { body: { username: 'wayan', password: more[0]?.password } })
})

it('changes names, roles and agencies, closes and opens accounts', async () => {
  const hall = await hallApp()
  const { name } = account(hall, 'dewi') ?? {}
  const bytes = list(
    ['AYU', 'Ayu Lestari', 'penyelia', 'Dukcapil', null],
    ['dewi', name ?? '', 'petugas', 'Polres', 'ditutup'],
  )
  expect((await send(hall, bytes, '?take=1')).body.taken).toBe(true)
  expect(account(hall, 'ayu')).toMatchObject({ name: 'Ayu Lestari', role: 'supervisor' })
  expect(account(hall, 'dewi')).toMatchObject({ disabled: true })
  const opened = list(['dewi', name ?? '', 'petugas', 'Polres', 'terbuka'])
  await send(hall, opened, '?take=1')
  expect(account(hall, 'dewi')?.disabled).toBe(false)
})

it('pauses the counter of somebody whose account it closes, and lets nobody move who holds one', async () => {
  const hall = await hallApp()
  await hall.act('ayu', 'open', 'loket-1')
  const { name = '' } = account(hall, 'ayu') ?? {}
  expect(await faultsOf(hall, list(['ayu', name, 'petugas', 'Polres', null]))).toEqual([
    'D2 Petugas ini masih memegang loket; tutup loketnya sebelum ia pindah instansi.',
  ])
  await send(hall, list(['ayu', name, 'petugas', 'Dukcapil', 'ditutup']), '?take=1')
  expect([account(hall, 'ayu')?.disabled, hall.hall.counters.get('loket-1')?.state]).toEqual([true, 'paused'])
})

it('names each line that cannot be taken, and then takes none', async () => {
  const hall = await hallApp()
  const { name: own = '' } = account(hall, 'manager') ?? {}
  const bytes = list(
    ['x', 'Kurang huruf', 'petugas', 'Bank', null],
    ['tanpa.nama', null, 'petugas', 'Bank', null],
    ['tanpa.peran', 'A', null, 'Bank', null],
    ['tanpa.instansi', 'A', 'petugas', null, null],
    ['lain', 'A', 'petugas', 'Samsat', null],
    ['tertutup', 'A', 'petugas', 'Bank', 'ditutup'],
    ['kepala', 'A', 'kepala', 'Bank', null],
    ['manager', own, 'petugas', 'Bank', null],
    ['baik', 'Baik', 'petugas', 'Bank', null],
    ['baik', 'Baik juga', 'petugas', 'Bank', null],
  )
  const faults = await faultsOf(hall, bytes)
  expect(faults.toSorted()).toEqual(
    [
      'A2 "x" tidak dapat menjadi nama pengguna: 3 sampai 32 huruf kecil, angka, titik, garis bawah, atau tanda hubung.',
      'A11 "baik" sudah ada di baris 10; apakah baris ini yang lain?',
      'B3 Nama harus diisi, paling banyak 60 huruf dalam satu baris.',
      'C4 Peran belum diisi.',
      'C8 "kepala" tidak dikenal; pilih salah satu: petugas, penyelia, pengelola.',
      'C8 Peran belum diisi.',
      'C9 Peran, instansi, dan keadaan akun Anda sendiri diubah oleh pengelola lain.',
      'D5 Petugas dan penyelia harus punya instansi.',
      'D6 "Samsat" tidak ada di lembar Instansi.',
      'D6 Petugas dan penyelia harus punya instansi.',
      'E7 Akun baru tidak dapat langsung ditutup.',
    ].toSorted(),
  )
  const refused = await send(hall, bytes, '?take=1')
  expect([refused.status, refused.code, account(hall, 'baik')]).toEqual([422, 'sheet-faults', null])
})

it('gives a supervisor the officers of the own agency, and nobody else’s accounts', async () => {
  const hall = await hallApp()
  const file = await hall.app.inject({
    url: '/api/staff.csv?language=id',
    headers: { cookie: hall.cookies.get('spv') ?? '' },
  })
  expect(file.body).toContain('ayu')
  expect(file.body).not.toContain('dewi')
  // Without an agency it is their own.
  const bytes = list(['wayan', 'Wayan', 'petugas', null, null])
  expect((await send(hall, bytes, '?take=1', 'spv')).body.slips).toMatchObject([
    { username: 'wayan', agency: 'dukcapil' },
  ])
  const wrong = list(
    ['dewi', 'Dewi', 'petugas', null, null],
    ['made', 'Made', 'pengelola', null, null],
    ['spv', 'Saya', 'petugas', null, null],
  )
  expect((await faultsOf(hall, wrong, 'spv')).toSorted()).toEqual([
    'A2 Akun ini bukan wewenang Anda, atau nama penggunanya sudah dipakai.',
    'A3 Akun ini bukan wewenang Anda, atau nama penggunanya sudah dipakai.',
    'A4 Akun ini bukan wewenang Anda, atau nama penggunanya sudah dipakai.',
  ])
  expect((await send(hall, bytes, '', 'ayu')).code).toBe('not-allowed')
})

it('reads back what it wrote, as a workbook and as a table, and changes nothing', async () => {
  const hall = await hallApp()
  const before = hall.access.staff.list()
  for (const url of ['/api/staff.xlsx', '/api/staff.csv?language=en']) {
    const { rawPayload, statusCode } = await hall.app.inject({
      url,
      headers: { cookie: hall.cookies.get('manager') ?? '' },
    })
    expect(statusCode).toBe(200)
    expect((await send(hall, rawPayload, '?take=1')).body).toMatchObject({
      changes: [],
      faults: [],
      notes: [],
      slips: [],
    })
  }
  expect(hall.access.staff.list()).toEqual(before)
})

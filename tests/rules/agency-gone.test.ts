// Rules I about accounts that outlive their agency: reported before a plan without it is saved, closed with it, and
// leftovers are closed together. Over HTTP, where people come from.
import { expect, it } from 'vitest'
import { hallApp, password, type Answer, type HallApp, type Somebody } from '../api/hall-app.ts'
import { listens, look } from '../api/sockets.ts'
import { given } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { withoutAgency } from './without-agency.ts'

const withoutPolres = withoutAgency(rulesPlan, 'polres')
const close = 'POST /api/staff/close-outlived'

interface Listed {
  id: string
  username: string
  agency: string | null
  disabled: boolean
}
interface List {
  staff: Listed[]
  gone: { id: string; name: object | null }[]
}

const idOf = (hall: HallApp, username: string) => hall.access.staff.byUsername(username)?.id ?? ''
const isOpen = (hall: HallApp, ...names: string[]) =>
  names.map((name) => hall.access.staff.byUsername(name)?.disabled === false)
const everybody = ['ayu', 'budi', 'dewi', 'spv', 'spv-polres', 'manager']
const open = (hall: HallApp) => everybody.filter((name) => isOpen(hall, name)[0])
const signIn = (hall: HallApp, username: string, language = 'id') =>
  hall.ask('POST /api/session', {
    body: { username, password },
    headers: { 'accept-language': language },
  })
const revise = (hall: HallApp, plan: object, more = '', given: { key?: string; language?: string } = {}) =>
  hall.ask(`PUT /api/plan?from=${hall.hall.layoutSeq}${more}`, {
    as: 'manager',
    body: plan,
    ...(given.key !== undefined && { key: given.key }),
    headers: { 'accept-language': given.language ?? 'id' },
  })
const logged = ({ access }: HallApp) => [
  ...access.log.read({ from: 0, to: 1e9, since: 0, until: Infinity, before: 1e9 }),
]
const listOf = (hall: HallApp, as: Somebody = 'manager') => hall.does<List>('GET /api/staff', { as })

/** The plan changed as it did before accounts were checked: they are left behind. */
async function leftBehind(given: Parameters<typeof hallApp>[0] = {}) {
  const hall = await hallApp(given)
  await hall.dispatch({
    command: { type: 'revise-plan', plan: withoutPolres, from: null },
    by: 'system:start',
  })
  // The consequences of a commit come a turn later.
  await hall.dispatch.idle()
  return hall
}

it('[I23] an account ends with its agency: whose it is is said before the plan is saved', async () => {
  const hall = await hallApp()
  const said = await revise(hall, withoutPolres)
  expect(said).toMatchObject({ status: 409, code: 'staff-concerned' })
  expect(said.body['accounts']).toEqual([
    { username: 'dewi', name: 'Nama dewi', role: 'officer', agency: 'polres' },
    { username: 'spv-polres', name: 'Nama spv-polres', role: 'supervisor', agency: 'polres' },
  ])
  expect(said.body['detail']).toContain('Polres (2)')
  const english = await revise(hall, withoutPolres, '', { language: 'en' })
  expect(english.body['detail']).toContain('close 2 staff accounts')
  expect(hall.hall.layout.agencies.has('polres')).toBe(true)
  expect(open(hall)).toEqual(everybody)
})

it('[I23] an account ends with its agency: one that stays, or left long ago, is not asked about', () => {
  const revision = (of: string[], close = false) =>
    given(rulesPlan).when({
      type: 'revise-plan',
      plan: withoutPolres,
      from: null,
      accounts: { of, close },
    })
  expect(revision(['dukcapil', 'polres', 'pln'])).toEqual({
    refused: 'staff-concerned',
    about: 'polres',
    agencies: ['polres'],
  })
  expect(revision(['dukcapil', 'pln'])).toMatchObject([{ type: 'plan-revised' }])
  expect(revision(['polres'], true)).toMatchObject([{ type: 'plan-revised' }])
})

it('[I23] an account ends with its agency: beside the people who wait, in one answer', async () => {
  const hall = await hallApp()
  await hall.take(['skck'])
  const said = await revise(hall, withoutPolres)
  expect(said).toMatchObject({ code: 'people-waiting', body: { count: 1 } })
  expect(said.body['accounts']).toHaveLength(2)
  expect(said.body['detail']).toMatch(/skck \(1\).*Polres \(2\)/s)
  expect((await revise(hall, withoutPolres, '&accounts=close')).code).toBe('people-waiting')
  expect((await revise(hall, withoutPolres, '&waiting=end')).code).toBe('staff-concerned')
  expect((await revise(hall, withoutPolres, '&waiting=end&accounts=close')).status).toBe(200)
  expect(open(hall)).toEqual(['ayu', 'budi', 'spv', 'manager'])
})

it('[I23] an account ends with its agency: confirmed, it is closed, and whoever is signed in is told why', async () => {
  const hall = await hallApp()
  await hall.act('dewi', 'open', 'loket-3')
  await listens(hall)
  const panel = look(hall, 'counter:loket-3', { as: 'dewi' })
  await panel.view()
  const saved = await revise(hall, withoutPolres, '&accounts=close')
  expect(saved).toMatchObject({ status: 200, body: { plan: hall.hall.planSeq, closed: 2 } })
  expect(open(hall)).toEqual(['ayu', 'budi', 'spv', 'manager'])
  expect(await panel.closed).toBeGreaterThan(4000)
  const told = await hall.ask('GET /api/session', { as: 'dewi' })
  expect(told).toMatchObject({
    status: 401,
    body: { ended: { why: 'agency-gone', by: 'Nama manager', at: new Date(hall.now()).toISOString() } },
  })
  const by = `staff:${idOf(hall, 'manager')}`
  const lines = logged(hall).filter(({ action }) => action === 'account-disabled')
  expect(lines.map((line) => [line.by, line.about, line.agency, line.detail])).toEqual(
    ['dewi', 'spv-polres'].map((name) => [
      by,
      `staff:${idOf(hall, name)}`,
      'polres',
      { agencyGone: true, plan: hall.hall.planSeq },
    ]),
  )
})

it('[I23] an account ends with its agency: no other one does, nor one that was shut already', async () => {
  const hall = await hallApp()
  hall.access.setDisabled(idOf(hall, 'dewi'), true, 'command-line')
  // Somebody who has moved to another agency stays, and so does an agency without a service: its people may be the
  // reception.
  hall.access.change(idOf(hall, 'spv-polres'), { name: 'Pindah', role: 'supervisor', agency: 'bank' })
  const bare = {
    ...withoutPolres,
    agencies: rulesPlan.agencies,
  }
  hall.access.change(idOf(hall, 'budi'), { name: 'Resepsionis', role: 'officer', agency: 'polres' })
  expect((await revise(hall, bare)).status).toBe(200)
  expect(open(hall)).toEqual(['ayu', 'budi', 'spv', 'spv-polres', 'manager'])
  const said = await revise(hall, withoutPolres)
  expect(said.body['accounts']).toMatchObject([{ username: 'budi' }])
  expect((await revise(hall, withoutPolres, '&accounts=close')).body['closed']).toBe(1)
  expect(open(hall)).toEqual(['ayu', 'spv', 'spv-polres', 'manager'])
})

it('[I23] an account ends with its agency: a plan that loses none asks nothing, and closes nobody', async () => {
  const hall = await leftBehind()
  expect((await revise(hall, { ...withoutPolres, walkSeconds: 77 })).status).toBe(200)
  const saved = await revise(hall, { ...withoutPolres, walkSeconds: 78 }, '&accounts=close')
  expect(saved.body).toMatchObject({ closed: 0 })
  expect(open(hall)).toEqual(everybody)
  expect((await revise(hall, withoutPolres, '&accounts=keep')).code).toBe('bad-request')
})

it('[I23] an account ends with its agency: a lost answer comes again, and shuts nobody who was let in since', async () => {
  const hall = await hallApp()
  const from = hall.hall.layoutSeq
  const put = (): Promise<Answer> =>
    hall.ask(`PUT /api/plan?from=${from}&accounts=close`, { as: 'manager', body: withoutPolres, key: 'k' })
  const first = await put()
  await hall.does(`POST /api/staff/${idOf(hall, 'dewi')}/enable`, { as: 'manager' })
  const second = await put()
  expect([second.status, second.body]).toEqual([200, first.body])
  expect(isOpen(hall, 'dewi', 'spv-polres')).toEqual([true, false])
})

it('[I23] an account ends with its agency: a manager opens it again where the agency comes back', async () => {
  const hall = await hallApp()
  await revise(hall, withoutPolres, '&accounts=close')
  expect((await revise(hall, rulesPlan)).status).toBe(200)
  expect((await signIn(hall, 'dewi')).code).toBe('bad-credentials')
  await hall.does(`POST /api/staff/${idOf(hall, 'dewi')}/enable`, { as: 'manager' })
  expect((await signIn(hall, 'dewi')).status).toBe(200)
})

it('[I23] an account ends with its agency: two hundred at once', async () => {
  const hall = await hallApp()
  const hash = 'x'
  hall.access.together(() => {
    for (let nth = 0; nth < 200; nth += 1)
      hall.access.staff.add({
        username: `polres-${nth}`,
        name: `Petugas ${nth}`,
        password: hash,
        mustChange: true,
        role: 'officer',
        agency: 'polres',
      })
  })
  expect((await revise(hall, withoutPolres)).body['accounts']).toHaveLength(202)
  expect((await revise(hall, withoutPolres, '&accounts=close')).body['closed']).toBe(202)
  expect(hall.access.staff.list().filter(({ disabled }) => !disabled)).toHaveLength(4)
})

it('[I24] an account whose agency is gone opens nothing: signing in says so, and whom to ask', async () => {
  const hall = await leftBehind()
  const said = await signIn(hall, 'dewi')
  expect(said).toMatchObject({ status: 403, code: 'agency-gone' })
  expect(said.body['detail']).toContain('pengelola')
  expect(said.headers['set-cookie']).toBeUndefined()
  expect((await signIn(hall, 'dewi', 'en')).body['detail']).toContain('manager')
  expect(logged(hall).at(-1)).toMatchObject({
    action: 'sign-in-failed',
    about: `staff:${idOf(hall, 'dewi')}`,
    detail: { agencyGone: true },
  })
  const wrong = { username: 'dewi', password: 'bukan ini' }
  expect(await hall.outcome('POST /api/session', { body: wrong })).toBe('401 bad-credentials')
})

it('[I24] an account whose agency is gone opens nothing: sessions that were open end, and their pages say why', async () => {
  const hall = await leftBehind()
  const told = await hall.ask('GET /api/session', { as: 'dewi' })
  expect(told).toMatchObject({ status: 401, body: { ended: { why: 'agency-gone', by: null } } })
  const others = ['ayu', 'spv', 'manager'] as const
  for (const as of others) expect(await hall.outcome('GET /api/session', { as })).toBe(200)
  // The agency comes back: people who sign in again are let in, and nobody has to open anything.
  expect((await revise(hall, rulesPlan)).status).toBe(200)
  expect((await signIn(hall, 'dewi')).status).toBe(200)
})

it('[I24] an account whose agency is gone opens nothing: also in a data folder that was so before', async () => {
  const first = await leftBehind()
  first.access.sessions.begin(idOf(first, 'dewi'))
  await first.app.close()
  const again = await hallApp({ dir: first.dir, signIn: false })
  expect(again.access.sessions.list(idOf(again, 'dewi'))).toEqual([])
  expect(open(again)).toEqual(everybody)
})

it('[I25] accounts that outlived their agency are closed together: those that a manager saw, and no others', async () => {
  const hall = await leftBehind()
  const { staff, gone } = await listOf(hall)
  expect(gone).toEqual([{ id: 'polres', name: { id: 'Polres', en: 'Polres' } }])
  const seen = staff.filter(({ agency }) => agency === 'polres').map(({ id }) => id)
  expect(seen).toHaveLength(2)
  const all = [...seen, idOf(hall, 'ayu'), idOf(hall, 'manager'), '__proto__', 'constructor']
  expect(await hall.does(close, { as: 'manager', body: { staff: all } })).toEqual({ closed: 2, left: [] })
  expect(open(hall)).toEqual(['ayu', 'budi', 'spv', 'manager'])
  expect(logged(hall).filter(({ action }) => action === 'account-disabled')).toHaveLength(2)
})

it('[I25] accounts that outlived their agency are closed together: pressed twice, or by two managers at once', async () => {
  const hall = await leftBehind()
  const body = { staff: [idOf(hall, 'dewi'), idOf(hall, 'spv-polres')] }
  const answers = await Promise.all(
    [0, 1, 2].map(() => hall.does<{ closed: number }>(close, { as: 'manager', body })),
  )
  expect(answers.map(({ closed }) => closed).toSorted()).toEqual([0, 0, 2])
  expect(logged(hall).filter(({ action }) => action === 'account-disabled')).toHaveLength(2)
})

it('[I25] accounts that outlived their agency are closed together: not once the agency is back', async () => {
  const hall = await leftBehind()
  await revise(hall, rulesPlan)
  const body = { staff: [idOf(hall, 'dewi')] }
  expect(await hall.does(close, { as: 'manager', body })).toMatchObject({ closed: 0 })
  expect(open(hall)).toEqual(everybody)
  expect((await listOf(hall)).gone).toEqual([])
})

it('[I25] accounts that outlived their agency are closed together: by a manager alone', async () => {
  const hall = await leftBehind()
  const body = { staff: [idOf(hall, 'dewi')] }
  expect(await hall.outcomes(close, { body }, ['nobody', 'ayu', 'spv', 'spv-polres'])).toEqual({
    nobody: '401 not-signed-in',
    ayu: '403 not-allowed',
    spv: '403 not-allowed',
    'spv-polres': '401 not-signed-in',
  })
  const { staff, gone } = await listOf(hall, 'spv')
  expect(gone).toEqual([])
  expect(staff.every(({ agency }) => agency === 'dukcapil')).toBe(true)
  expect(open(hall)).toEqual(everybody)
})

it.each([
  [{}],
  [{ staff: [] }],
  [{ staff: 'dewi' }],
  [{ staff: [5] }],
  [{ staff: ['a', 'a'] }],
  [{ all: true }],
])('[I25] accounts that outlived their agency are closed together: %j is refused', async (body) => {
  const hall = await leftBehind()
  expect(await hall.outcome(close, { as: 'manager', body })).toBe('400 bad-request')
  expect(open(hall)).toEqual(everybody)
})

it('[I25] accounts that outlived their agency are closed together: an agency called __proto__ is like any other', async () => {
  const hall = await leftBehind()
  hall.access.change(idOf(hall, 'dewi'), { name: 'Dewi', role: 'officer', agency: '__proto__' })
  const { gone } = await listOf(hall)
  expect(gone).toContainEqual({ id: '__proto__', name: null })
  const body = { staff: [idOf(hall, 'dewi')] }
  expect(await hall.does(close, { as: 'manager', body })).toMatchObject({ closed: 1 })
})

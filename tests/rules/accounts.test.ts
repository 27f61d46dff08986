// Rules I about accounts: how somebody gets in, and how they are signed out. Over HTTP, where people come from.
import { describe, expect, it } from 'vitest'
import { hallApp, password, type HallApp } from '../api/hall-app.ts'
import { listens, look } from '../api/sockets.ts'

const ownPassword = 'kucing tetangga makan ikan'

interface Made {
  staff: { id: string; username: string }
  password: string
}
interface Left {
  staff: { disabled: boolean; counters: { id: string; number: string | null }[] }
  left: { id: string; number: string | null }[]
}

const idOf = (hall: HallApp, username: string) => hall.access.staff.byUsername(username)?.id ?? ''

/** Signs somebody in by the door; the cookie acts as `name` from now on. */
async function signIn(hall: HallApp, name: 'display-new', given: { username: string; password: string }) {
  const answer = await hall.ask<{ staff: Record<string, unknown> }>('POST /api/session', { body: given })
  hall.cookies.set(name, String(answer.headers['set-cookie']).split(';')[0] ?? '')
  return answer
}

async function withNewcomer() {
  const hall = await hallApp()
  const body = { username: 'sari', name: 'Sari', role: 'officer', agency: 'dukcapil' }
  const made = await hall.does<Made>('POST /api/staff', { as: 'manager', body })
  const answer = await signIn(hall, 'display-new', { username: 'sari', password: made.password })
  return { hall, made, answer }
}

describe('a newcomer', () => {
  it('[I10] a one-time password is good only for choosing a new one', async () => {
    const { hall, made, answer } = await withNewcomer()
    expect(answer.body.staff).toMatchObject({ username: 'sari', mustChange: true, oneTime: true })
    const as = 'display-new'
    for (const line of [
      'POST /api/counters/loket-1/open',
      'GET /api/reception/visits?number=A001',
      'GET /api/session/list',
      'GET /api/staff',
      'GET /api/plan',
      'POST /api/visits',
    ])
      expect([line, await hall.outcome(line, { as })]).toEqual([line, '403 password-must-change'])
    await listens(hall)
    expect(await look(hall, 'counter:loket-1', { as }).closed).toBe(4003)
    expect(await hall.outcome('GET /api/session', { as })).toBe(200)

    const body = { current: made.password, next: ownPassword }
    const changed = await hall.does('POST /api/session/password', { as, body })
    expect(changed['staff']).toEqual({
      username: 'sari',
      name: 'Sari',
      role: 'officer',
      agency: 'dukcapil',
      mustChange: false,
    })
    expect(await hall.outcome('POST /api/counters/loket-1/open', { as })).toBe(200)
  })

  it('[I10] a one-time password is good only for choosing a new one: after seven days not even that', async () => {
    const { hall, made } = await withNewcomer()
    const body = { username: 'sari', password: made.password }
    hall.later({ hours: 7 * 24 })
    expect(await hall.outcome('POST /api/session', { body })).toBe('403 password-expired')
    const again = await hall.does<Made>(`POST /api/staff/${made.staff.id}/reset`, { as: 'manager' })
    expect(await hall.outcome('POST /api/session', { body: { ...body, password: again.password } })).toBe(200)
    expect(await hall.outcome('POST /api/session', { body })).toBe('401 bad-credentials')
  })

  it('[I10] a one-time password is good only for choosing a new one: those of the first day open all', async () => {
    const hall = await hallApp()
    const { access } = hall
    const { makeAccounts } = await import('../../server/access/accounts.ts')
    const names = { officer: () => 'Petugas', supervisor: () => 'Penyelia' }
    const [first] = await makeAccounts(access, [{ id: 'polres', label: 'Polres' }], names, () => {})
    const given = { username: first?.username ?? '', password: first?.password ?? '' }
    expect((await signIn(hall, 'display-new', given)).body.staff).toMatchObject({ mustChange: true })
    expect(await hall.outcome('POST /api/counters/loket-3/open', { as: 'display-new' })).toBe(200)
  })
})

describe('a password', () => {
  it.each([
    ['too-short', 'pendek', /minimal 10 karakter/],
    ['common', 'password123', /paling sering dipakai/],
    ['known-here', 'dukcapil-1234', /nama instansi/],
    ['too-plain', 'aaaaaaaaaaaa', /mengulang/],
    ['the-old-one', password, /yang lama/],
  ])('[I11] a password that others would try is refused, with the reason: %s', async (why, next, words) => {
    const hall = await hallApp()
    const body = { current: password, next }
    const answer = await hall.ask('POST /api/session/password', { as: 'ayu', body })
    expect([answer.status, answer.code, answer.body['why']]).toEqual([422, 'weak-password', why])
    expect(answer.body['detail']).toMatch(words)
  })
})

describe('a session', () => {
  it('[I12] a session ends with the day: at the hall’s midnight', async () => {
    const hall = await hallApp()
    await signIn(hall, 'display-new', { username: 'ayu', password })
    const untilMidnight = hall.hall.endsAt - hall.clock.now
    hall.clock.now += untilMidnight - 1
    expect(await hall.outcome('GET /api/session', { as: 'display-new' })).toBe(200)
    hall.clock.now += 1
    expect(await hall.outcome('GET /api/session', { as: 'display-new' })).toBe('401 not-signed-in')
  })

  it('[I12] a session ends with the day: but not within four hours after it began', async () => {
    const hall = await hallApp()
    hall.clock.now = hall.hall.endsAt - 60_000
    await signIn(hall, 'display-new', { username: 'ayu', password })
    hall.clock.now += 4 * 3_600_000 - 1
    expect(await hall.outcome('GET /api/session', { as: 'display-new' })).toBe(200)
    hall.clock.now += 1
    expect(await hall.outcome('GET /api/session', { as: 'display-new' })).toBe('401 not-signed-in')
  })

  it.each([
    [1, 16],
    // A server that slept: the first to sign in comes before its day has turned.
    [7.5 * 3_600_000, 16],
    [10 * 3_600_000, 14],
  ])(
    '[I12] a session ends with the day: with the one it began in, also %d ms after a midnight that the hall has not heard of',
    async (afterMidnight, hours) => {
      const hall = await hallApp()
      await hall.dispatch.idle()
      hall.clock.now = hall.hall.endsAt + afterMidnight
      await signIn(hall, 'display-new', { username: 'ayu', password })
      hall.clock.now += hours * 3_600_000 - 1
      expect(await hall.outcome('GET /api/session', { as: 'display-new' })).toBe(200)
      hall.clock.now += 1
      expect(await hall.outcome('GET /api/session', { as: 'display-new' })).toBe('401 not-signed-in')
    },
  )
})

describe('whoever is let out', () => {
  it.each(['disable', 'reset', 'sign-out'])(
    '[I13] signing somebody out works at once, on every socket: %s',
    async (action) => {
      const hall = await hallApp()
      await listens(hall)
      const panel = look(hall, 'counter:loket-1', { as: 'ayu' })
      await panel.view()
      await hall.does(`POST /api/staff/${idOf(hall, 'ayu')}/${action}`, { as: 'spv' })
      expect(await panel.closed).toBe(4003)
      expect(await hall.outcome('GET /api/session', { as: 'ayu' })).toBe('401 not-signed-in')
    },
  )

  it('[I14] a visitor at the counter of somebody who is signed out stays there', async () => {
    const hall = await hallApp()
    const { visit } = await hall.take(['kk'])
    await hall.act('ayu', 'open', 'loket-1')
    await hall.act('ayu', 'call-next', 'loket-1')
    await hall.act('ayu', 'start', 'loket-1')
    const line = `POST /api/staff/${idOf(hall, 'ayu')}/disable`
    const { staff, left } = await hall.does<Left>(line, { as: 'spv' })
    expect(left).toEqual([{ id: 'loket-1', number: visit.number }])
    expect(staff).toMatchObject({ disabled: true, counters: left })
    expect(hall.hall.counters.get('loket-1')).toMatchObject({ state: 'paused', current: { visit: visit.id } })
    expect(hall.hall.visits.get(visit.id)?.steps[0]?.status).toBe('serving')

    // A colleague is told who holds it; the supervisor closes it, and the visitor waits on.
    expect(await hall.outcome('POST /api/counters/loket-1/open', { as: 'budi' })).toBe('409 counter-taken')
    await hall.act('spv', 'close', 'loket-1')
    expect(hall.hall.visits.get(visit.id)?.steps[0]?.status).toBe('waiting')
    await hall.act('budi', 'open', 'loket-1')
    expect((await hall.does('POST /api/counters/loket-1/call-next', { as: 'budi' }))['call']).toMatchObject({
      number: visit.number,
    })
  })
})

describe('accounts', () => {
  it('[I15] a supervisor manages only the officers of their own agency', async () => {
    const hall = await hallApp()
    const whom = ['ayu', 'dewi', 'spv', 'spv-polres', 'manager'] as const
    const outcomes: Record<string, unknown> = {}
    for (const name of whom) {
      const line = `POST /api/staff/${idOf(hall, name)}/change`
      outcomes[name] = await hall.outcome(line, { as: 'spv', body: { name: 'Nama Baru' } })
    }
    const no = '403 not-allowed'
    expect(outcomes).toEqual({ ayu: 200, dewi: no, spv: no, 'spv-polres': no, manager: no })
    for (const body of [
      { username: 'kawan', name: 'Kawan', role: 'officer', agency: 'polres' },
      { username: 'kawan', name: 'Kawan', role: 'supervisor' },
      { username: 'kawan', name: 'Kawan', role: 'manager' },
    ])
      expect(await hall.outcome('POST /api/staff', { as: 'spv', body })).toBe(no)
    const more = { as: 'spv', body: { role: 'supervisor' } } as const
    expect(await hall.outcome(`POST /api/staff/${idOf(hall, 'ayu')}/change`, more)).toBe(no)
    const body = { username: 'kawan', name: 'Kawan', role: 'officer' }
    expect(await hall.outcome('POST /api/staff', { as: 'spv', body })).toBe(201)
    expect(hall.access.staff.byUsername('kawan')).toMatchObject({ role: 'officer', agency: 'dukcapil' })
  })

  it('[I16] the hall always has a manager', async () => {
    const hall = await hallApp()
    const own = idOf(hall, 'manager')
    const as = 'manager'
    const demote = { as, body: { role: 'officer', agency: 'dukcapil' } } as const
    expect(await hall.outcome(`POST /api/staff/${own}/disable`, { as })).toBe('409 last-manager')
    expect(await hall.outcome(`POST /api/staff/${own}/change`, demote)).toBe('409 last-manager')
    const ayu = idOf(hall, 'ayu')
    await hall.does(`POST /api/staff/${ayu}/change`, { as, body: { role: 'manager' } })
    // Now there is another one; but nobody can sign themselves out like this.
    for (const action of ['disable', 'reset', 'sign-out'])
      expect(await hall.outcome(`POST /api/staff/${own}/${action}`, { as })).toBe('409 own-account')
    expect(await hall.outcome(`POST /api/staff/${own}/change`, demote)).toBe('409 own-account')
    expect(await hall.outcome(`POST /api/staff/${own}/disable`, { as: 'ayu' })).toBe(200)
    expect(await hall.outcome(`POST /api/staff/${ayu}/disable`, { as: 'ayu' })).toBe('409 last-manager')
  })
})

describe('a session that ended', () => {
  interface Told {
    ended?: { why: string; by: string | null; at: string }
  }

  it('[I22] people who are signed out by somebody else are told why, and by whom: nobody else is', async () => {
    const hall = await hallApp()
    const told = async () => (await hall.ask<Told>('GET /api/session', { as: 'ayu' })).body.ended
    const at = new Date(hall.clock.now).toISOString()
    const manager = hall.access.staff.byUsername('manager')?.name ?? ''
    const token = /antre_staff=([^;]+)/.exec(hall.cookies.get('ayu') ?? '')?.[1] ?? ''
    await hall.does(`POST /api/staff/${idOf(hall, 'ayu')}/sign-out`, { as: 'manager' })
    expect(await told()).toEqual({ why: 'ended', by: manager, at })
    // A command gets the same answer.
    const refused = await hall.ask<Told>('POST /api/counters/loket-1/open', { as: 'ayu' })
    expect([refused.status, refused.body.ended?.why]).toEqual([401, 'ended'])
    const other = `antre_staff=${'A'.repeat(token.length)}`
    const strange = await hall.ask<Told>('GET /api/session', { headers: { cookie: other } })
    expect([strange.status, strange.body.ended]).toEqual([401, undefined])
    hall.clock.now += 25 * 60 * 60 * 1000
    expect(await told()).toBeUndefined()
  })

  it.each([
    ['reset', 'reset'],
    ['disable', 'disabled'],
  ])('of an account that was %s says so', async (action, why) => {
    const hall = await hallApp()
    await hall.does(`POST /api/staff/${idOf(hall, 'ayu')}/${action}`, { as: 'manager' })
    const { body } = await hall.ask<Told>('GET /api/session', { as: 'ayu' })
    expect(body.ended?.why).toBe(why)
  })

  it('with its day says so, and names nobody', async () => {
    const hall = await hallApp()
    hall.clock.now += 17 * 60 * 60 * 1000
    const { body } = await hall.ask<Told>('GET /api/session', { as: 'ayu' })
    expect(body.ended).toMatchObject({ why: 'over', by: null })
  })
})

// Rules I, after the door: what sockets show and to whom, and how sessions begin and end.
import { describe, expect, it } from 'vitest'
import { roles } from '../../server/http/ground/audience.ts'
import { doors } from '../../server/http/ground/doors.ts'
import { cookieOf, ended, withDevices } from '../api/doors/credentials.ts'
import { hallApp, type HallApp, password } from '../api/hall-app.ts'
import { listens, look } from '../api/sockets.ts'

const views = doors.flatMap((door) => Object.keys(door.views ?? {}).map((topic) => ({ topic, door })))

describe('at every view', () => {
  /** The outcome for a socket: its first view, or the code it was closed with. */
  async function seen(hall: HallApp, topic: string, cookie: string | undefined) {
    const { view, closed } = look(hall, topic, { headers: cookie === undefined ? {} : { cookie } })
    return Promise.race([
      view().then(
        () => 'a view',
        () => closed,
      ),
      closed,
    ])
  }

  it.each(views)(
    '[I6] a socket shows what its topic’s line says, to nobody else: $topic',
    async ({ topic, door }) => {
      const hall = await withDevices(await hallApp())
      const { visit } = await hall.take(['kk'])
      await listens(hall)
      const name = topicOf(topic, visit)
      const asked = roles.map(async (role) => [role, await seen(hall, name, cookieOf(hall, role))])
      const expected = roles.map((role) => [role, door.may.includes(role) ? 'a view' : 4003])
      expect(await Promise.all(asked)).toEqual(expected)
    },
  )

  it('[I6] a socket shows what its topic’s line says, to nobody else: and to nothing that has ended', async () => {
    const hall = await hallApp()
    const { visit } = await hall.take(['kk'])
    await listens(hall)
    const cookies = Object.entries(await ended(hall))
    for (const { topic } of views.filter(({ door: { may } }) => !may.includes('nobody'))) {
      const asked = cookies.map(async ([what, cookie]) => [
        what,
        await seen(hall, topicOf(topic, visit), cookie),
      ])
      expect([topic, await Promise.all(asked)]).toEqual([topic, cookies.map(([what]) => [what, 4003])])
    }
  })
})

it('[I9] a page of another site commands nothing and reads nothing: through no socket either', async () => {
  const hall = await hallApp()
  const { visit } = await hall.take(['kk'])
  await listens(hall)
  const headers = { cookie: hall.cookies.get('manager') ?? '', origin: 'https://evil.example' }
  for (const { topic } of views)
    expect([topic, await look(hall, topicOf(topic, visit), { headers }).refused]).toEqual([topic, 403])
})

describe('sessions', () => {
  const signIn = async (hall: HallApp, username: string, cookie: string) => {
    const request = { method: 'POST', url: '/api/session', payload: { username, password } } as const
    const { headers } = await hall.app.inject({ ...request, headers: { cookie } })
    return String(headers['set-cookie']).split(';')[0] ?? ''
  }
  const mayAsk = async (hall: HallApp, cookie: string) =>
    (await hall.app.inject({ url: '/api/session', headers: { cookie } })).statusCode

  it('[I7] signing in makes a new session and ends the one before: a cookie that somebody planted is worth nothing', async () => {
    const hall = await hallApp()
    const planted = `antre_staff=${'p'.repeat(43)}`
    const own = await signIn(hall, 'ayu', planted)
    expect(own).toMatch(/^antre_staff=[\w-]{43}$/)
    expect([await mayAsk(hall, planted), await mayAsk(hall, own)]).toEqual([401, 200])
  })

  it.each(['ayu', 'budi'])(
    '[I7] signing in makes a new session and ends the one before: %s over ayu',
    async (username) => {
      const hall = await hallApp()
      const before = hall.cookies.get('ayu') ?? ''
      const after = await signIn(hall, username, before)
      expect(after).not.toBe(before)
      expect([await mayAsk(hall, before), await mayAsk(hall, after)]).toEqual([401, 200])
    },
  )

  it('[I8] a session that ends takes its sockets with it: a disabled account', async () => {
    const hall = await hallApp()
    await listens(hall)
    const shut = look(hall, 'counter:loket-1', { as: 'budi' })
    const kept = look(hall, 'counter:loket-1', { as: 'ayu' })
    await Promise.all([shut.view(), kept.view()])
    hall.access.setDisabled(hall.access.staff.byUsername('budi')?.id ?? '', true, 'command-line')
    expect(await shut.closed).toBe(4003)
    // At once: it did not wait for the beat, which disconnects those whose time is over.
    expect([shut, kept].flatMap(({ messages }) => messages.map(({ type }) => type))).toEqual(['view', 'view'])
    expect(kept.socket.readyState).toBe(kept.socket.OPEN)
  })
})

/** A topic of this line with existing ids: the agency is `dukcapil`. */
function topicOf(line: string, visit: { id: string; token: string }): string {
  const named: Record<string, string> = {
    'board:<zone>': 'depan',
    'counter:<id>': 'loket-1',
    'agency:<id>': 'dukcapil',
    'reception:<visit>': visit.id,
    'visit:<token>': visit.token,
  }
  return line.replace(/<\w+>/, named[line] ?? '')
}

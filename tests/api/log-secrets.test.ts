// What a log reveals to anybody else who reads it: on a hall where everything fails, no line contains a cookie, a
// password, a token, a link or what people typed.
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { hallApp, password } from './hall-app.ts'

const NOTE = 'suaminya sedang sakit'

it('a hall where everything fails logs that it does, and nobody’s secrets', async () => {
  const logged: string[] = []
  const hall = await hallApp({ logged })
  await hall.enrol('kiosk')
  await hall.enrol('display')
  const { url } = await hall.does<{ url: string }>('POST /api/devices', {
    as: 'manager',
    body: { kind: 'kiosk' },
  })
  const link = new URL(url).searchParams.get('enrol') ?? ''
  await hall.take(['kk'])
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'open', 'loket-1')
  await hall.act('ayu', 'call-next', 'loket-1')
  await hall.act('ayu', 'start', 'loket-1')

  // The disk is gone from here on.
  hall.db.close()
  const outcomes = [
    await hall.outcome('POST /api/visits', { as: 'kiosk', key: randomUUID(), body: { services: ['kk'] } }),
    await hall.outcome(`POST /api/visits/${visit.token}/cancel`),
    await hall.outcome(`POST /api/visits/${visit.token}/slip`, { as: 'kiosk' }),
    await hall.outcome('POST /api/counters/loket-1/refer', {
      as: 'ayu',
      body: { service: 'skck', note: NOTE },
    }),
    await hall.outcome('POST /api/counters/loket-1/hold', { as: 'ayu', body: { reason: NOTE } }),
    await hall.outcome('POST /api/session', { body: { username: 'ayu', password } }),
    await hall.outcome(`POST /api/session?password=${password.replaceAll(' ', '+')}`, {
      body: { username: 'budi', password },
    }),
    await hall.outcome('POST /api/session/password', {
      as: 'ayu',
      body: { current: password, next: 'kebun kopi di lereng' },
    }),
    await hall.outcome('POST /api/devices/enrol', { body: { token: link } }),
    await hall.outcome(`POST /api/devices/enrol?enrol=${link}`, { body: { token: link } }),
    await hall.outcome('DELETE /api/session', { as: 'ayu' }),
    await hall.outcome('GET /api/devices', { as: 'manager' }),
  ]
  expect(outcomes.filter((outcome) => !/^50[03] /.test(String(outcome)))).toEqual([])
  expect(logged.length).toBeGreaterThanOrEqual(outcomes.length)

  const all = logged.join('')
  const secrets = [
    visit.token,
    link,
    password,
    password.replaceAll(' ', '+'),
    'kebun kopi',
    NOTE,
    ...[...hall.cookies.values()].map((cookie) => cookie.split('=')[1] ?? ''),
  ]
  expect(secrets.filter((secret) => secret === '' || all.includes(secret))).toEqual([])
  expect(all).toContain('/api/visits/…/')
})

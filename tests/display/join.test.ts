// What a display that nobody enrolled does with its code.
import { expect, it } from 'vitest'
import { join, type JoinIo, LATER_MS, JOIN_LOOK_MS, wantsCode } from '../../display-ui/join.ts'
import type { Outcome } from '../../screens/command.ts'

const no = (status: number) =>
  ({ ok: false, problem: { status, code: 'x', title: '', detail: '' } }) satisfies Outcome<never>

/** Answers are given in order; the test moves the time. */
function television(asks: Outcome<{ code: string; secret: string }>[], looks: (string | null | number)[]) {
  const due: { ms: number; run: () => void }[] = []
  const opened: string[] = []
  const secrets: string[] = []
  const io: JoinIo = {
    ask: async () => asks.shift() ?? no(0),
    fetch: async (secret) => {
      secrets.push(secret)
      const next = looks.shift() ?? null
      return typeof next === 'number' ? no(next) : { ok: true, data: { token: next } }
    },
    open: (token) => void opened.push(token),
    after: (ms, run) => void due.push({ ms, run }),
  }
  const shown = join(io)
  const turn = () =>
    new Promise<void>((resolve) => {
      setImmediate(resolve)
    })
  return {
    shown,
    opened,
    secrets,
    turn,
    async later() {
      await turn()
      const next = due.shift()
      next?.run()
      await turn()
      return next?.ms
    },
    isWaiting: () => due.length > 0,
  }
}
const code = (letters: string) => ({ ok: true, data: { code: letters, secret: `s-${letters}` } }) as const

it('shows its code with a gap, looks again, and opens its link once the code was confirmed', async () => {
  const tv = television([code('K7M3PX')], [null, 'token'])
  await tv.turn()
  expect(tv.shown.value).toBe('K7M 3PX')
  expect([await tv.later(), tv.opened]).toEqual([JOIN_LOOK_MS, []])
  expect([await tv.later(), tv.opened]).toEqual([JOIN_LOOK_MS, ['token']])
  expect(tv.isWaiting()).toBe(false)
})

it('asks for another code when its own is too old, and keeps it while the server is away', async () => {
  const tv = television([code('K7M3PX'), code('CCCDDD')], [0, 503, 404])
  await tv.later()
  await tv.later()
  expect(tv.shown.value).toBe('K7M 3PX')
  await tv.later()
  expect(tv.shown.value).toBe('CCC DDD')
  await tv.later()
  expect(tv.secrets).toEqual(['s-K7M3PX', 's-K7M3PX', 's-K7M3PX', 's-CCCDDD'])
})

it('waits a minute where there are too many codes, and shows none', async () => {
  const tv = television([no(429), code('K7M3PX')], [])
  await tv.turn()
  expect(tv.shown.value).toBe(null)
  expect(await tv.later()).toBe(LATER_MS)
  expect(tv.shown.value).toBe('K7M 3PX')
})

it.each([
  ['', true],
  ['?rim=5&lang=en', true],
  ['?zone=depan', false],
  ['?lang=id&layout=corridor', false],
  ['?zone=depan&enrol', true],
  ['?enrol=used-up', true],
])('%j wants a code: %s', (query, wants) => expect(wantsCode(query)).toBe(wants))

// Commands on a failing network: sent again with the same key, given up in time, every refusal in words.
import { afterEach, describe, expect, it } from 'vitest'
import { command, fetchJson, type CommandIo, type Problem, newKey } from '../../screens/command.ts'
import { language } from '../../screens/i18n.ts'

type Answer = Response | 'network' | 'never'

/** A network that gives these answers in order, the last one for ever; its clock jumps to whatever is waited for. */
function network(...answers: [Answer, ...Answer[]]) {
  const sent: { path: string; method: string; headers: Record<string, string>; body: unknown; at: number }[] =
    []
  let now = 0
  const timers: { due: number; run: () => void }[] = []
  const io: CommandIo = {
    now: () => now,
    after(ms, run) {
      const timer = { due: now + ms, run }
      timers.push(timer)
      const stop = () => {
        if (timers.includes(timer)) timers.splice(timers.indexOf(timer), 1)
      }
      // Real answers settle first; only then does time move on.
      setTimeout(() => {
        if (!timers.includes(timer)) return
        stop()
        now = Math.max(now, timer.due)
        run()
      }, 0)
      return stop
    },
    fetch(path, init) {
      const headers = init.headers as Record<string, string>
      sent.push({ path, method: String(init.method), headers, body: init.body, at: now })
      const answer = answers[Math.min(sent.length, answers.length) - 1]
      if (answer === 'never') return new Promise(() => {})
      if (answer === 'network' || !answer) return Promise.reject(new TypeError('Failed to fetch'))
      return Promise.resolve(answer.clone())
    },
  }
  return { io, sent, elapsed: () => now }
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status })
}

function problem(status: number, code: string): Response {
  return json(status, { status, code, title: `title of ${code}`, detail: `detail of ${code}` })
}

async function refused(answer: Promise<{ ok: boolean } & Partial<{ problem: Problem }>>): Promise<Problem> {
  const outcome = await answer
  if (outcome.ok || !outcome.problem) throw new Error('it was not refused')
  return outcome.problem
}

afterEach(() => {
  language.value = 'id'
})

describe('a command', () => {
  it('goes once, as JSON, with a key and the language, and answers the data', async () => {
    language.value = 'en'
    const { io, sent } = network(json(201, { visit: { number: 'A001' } }))
    const outcome = await command('POST', '/api/visits', { services: ['ktp'] }, { io })
    expect(outcome).toEqual({ ok: true, data: { visit: { number: 'A001' } } })
    expect(sent).toHaveLength(1)
    expect(sent[0]).toMatchObject({ path: '/api/visits', method: 'POST', body: '{"services":["ktp"]}' })
    expect(sent[0]?.headers).toMatchObject({ 'Content-Type': 'application/json', 'Accept-Language': 'en' })
    expect(sent[0]?.headers['Idempotency-Key']).toMatch(/^[\w-]{22}$/)
  })

  it('is sent again where the server answers a torn line, and not the request', async () => {
    const torn = json(400, { status: 400, code: 'bad-request', title: '', detail: '', request: '-' })
    const { io, sent } = network(torn, json(200, { done: true }))
    expect(await command('POST', '/api/try', {}, { io })).toEqual({ ok: true, data: { done: true } })
    expect(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(1)
  })

  it('without a body sends none, and an empty answer is {}', async () => {
    const { io, sent } = network(new Response(null, { status: 204 }))
    expect(await command('DELETE', '/api/session', undefined, { io })).toEqual({ ok: true, data: {} })
    expect(sent[0]?.body).toBeUndefined()
    expect(sent[0]?.headers['Content-Type']).toBeUndefined()
  })

  it.each([
    ['no network', 'network'],
    ['an answer that never comes', 'never'],
    ['a gateway', new Response('<h1>Bad gateway</h1>', { status: 502 })],
    ['a busy disk', problem(503, 'storage-unavailable')],
    ['a login page of the network in our server’s place', new Response('<html>', { status: 200 })],
  ] as const)('is sent again with the same key after %s', async (_, failure) => {
    const { io, sent } = network(failure, failure, json(200, { counter: 1 }))
    expect(await command('POST', '/api/counters/1/start', {}, { io, limitMs: 20_000 })).toEqual({
      ok: true,
      data: { counter: 1 },
    })
    expect(sent).toHaveLength(3)
    expect(new Set(sent.map((one) => one.headers['Idempotency-Key'])).size).toBe(1)
  })

  it('uses the key it is given, and another for each call otherwise', async () => {
    const { io, sent } = network(json(200, {}))
    await command('POST', '/a', {}, { io, key: 'pressed-once' })
    await command('POST', '/a', {}, { io })
    await command('POST', '/a', {}, { io })
    const keys = sent.map((one) => one.headers['Idempotency-Key'])
    expect(keys[0]).toBe('pressed-once')
    expect(new Set(keys).size).toBe(3)
  })

  it('pauses longer each time and gives up within the limit as offline', async () => {
    const { io, sent, elapsed } = network('network')
    const given = await refused(command('POST', '/a', {}, { io }))
    expect(given).toMatchObject({ status: 0, code: 'offline', title: 'Tidak tersambung' })
    expect(sent.map((one) => one.at)).toEqual([0, 300, 900, 2_100, 4_500])
    // Nobody is told to try again while the command may still arrive in time.
    expect(elapsed()).toBe(8_000)
  })

  it('gives up at once where every try was answered', async () => {
    const { io, elapsed } = network(problem(503, 'storage-unavailable'))
    expect((await refused(command('POST', '/a', {}, { io }))).code).toBe('storage-unavailable')
    expect(elapsed()).toBe(4_500)
  })

  it('gives up in time also when answers never come', async () => {
    const { io, elapsed } = network('never')
    expect((await refused(command('POST', '/a', {}, { io, limitMs: 6_000 }))).code).toBe('offline')
    expect(elapsed()).toBe(6_000)
  })

  it('that may take long is not asked again while the server still works for its answer', async () => {
    const { io, sent } = network('never')
    await command('POST', '/api/session', {}, { io, limitMs: 24_000 })
    expect(sent.map((one) => one.at)).toEqual([0, 8_300, 16_900])
  })

  it('says what the server said when it answered to the last that it cannot', async () => {
    const { io } = network('network', problem(503, 'storage-unavailable'))
    expect((await refused(command('POST', '/a', {}, { io }))).code).toBe('storage-unavailable')
  })

  it.each([
    [409, 'counter-busy'],
    [422, 'service-closed'],
    [401, 'not-signed-in'],
    [500, 'internal'],
    [503, 'clock-suspect'],
  ])('takes %i %s for an answer and does not ask again', async (status, code) => {
    const { io, sent } = network(problem(status, code))
    expect(await refused(command('POST', '/a', {}, { io }))).toEqual({
      status,
      code,
      title: `title of ${code}`,
      detail: `detail of ${code}`,
    })
    expect(sent).toHaveLength(1)
  })

  it('has words of its own for an answer that is not a problem', async () => {
    language.value = 'en'
    const { io } = network(new Response('<h1>Not found</h1>', { status: 404 }))
    expect(await refused(command('POST', '/a', {}, { io }))).toMatchObject({
      status: 404,
      code: 'unexpected',
      title: 'Something went wrong',
    })
  })
})

it('a question is a GET without a key, and is asked again too', async () => {
  const { io, sent } = network('network', json(200, { name: 'hall' }))
  expect(await fetchJson('/api/hall', { io })).toEqual({ ok: true, data: { name: 'hall' } })
  expect(sent.map((one) => [one.method, one.headers['Idempotency-Key'], one.body])).toEqual([
    ['GET', undefined, undefined],
    ['GET', undefined, undefined],
  ])
})

it('keys are 22 letters that a header can carry, and never the same', () => {
  const keys = Array.from({ length: 50 }, newKey)
  for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{22}$/)
  expect(new Set(keys).size).toBe(50)
})

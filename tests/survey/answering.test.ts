// Saying what one thought, over HTTP: by the right of a served step, at a tablet, from paper.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { NINE } from '../../server/survey/stored.ts'
import { type HallApp, hallApp, morning, openHall } from '../api/hall-app.ts'

const all = (score: number) => Object.fromEntries(NINE.map((element) => [element, score]))

type Own = { visit: { surveys: { service: string; right: string }[] } }

/** Somebody takes a number, is served, and has a right. */
async function served(hall: HallApp, service = 'kk') {
  const { visit } = await hall.take([service])
  await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
  await hall.act('ayu', 'start', 'loket-1')
  await hall.act('ayu', 'finish', 'loket-1')
  const own = await hall.does<Own>(`GET /api/visits/${visit.token}`)
  return { ...visit, surveys: own.visit.surveys, right: own.visit.surveys[0]?.right ?? '' }
}

async function open(given: Parameters<typeof hallApp>[0] = {}) {
  const hall = await hallApp(given)
  await hall.act('ayu', 'open', 'loket-1')
  return hall
}

/** The next day has opened, and everybody knows. */
async function nextDay(hall: HallApp) {
  hall.later({ hours: 24 })
  await hall.take(['kk'])
  await turn()
}

describe('a right', () => {
  it('[SU1] a right comes with each step that was served: it comes with each step served, to the holder of the token alone, and is good for one answer', async () => {
    const hall = await open()
    const { visit } = await hall.take(['kk'])
    const before = await hall.does<Own>(`GET /api/visits/${visit.token}`)
    expect(before.visit.surveys).toEqual([])
    const { token, right, surveys } = await served(hall)
    expect(surveys).toEqual([{ service: 'kk', right: expect.stringMatching(/^[\w-]{22}$/) }])
    const form = await hall.does<{ service: string; questions: { element: string; answers: string[] }[] }>(
      `GET /api/surveys/${right}`,
    )
    expect(form).toMatchObject({ service: 'kk' })
    expect(form.questions.map(({ element }) => element)).toEqual([...NINE])
    expect(form.questions[3]?.answers.at(-1)).toBe('Gratis')
    expect(await hall.outcome('POST /api/surveys', { body: { right, answers: all(4) } })).toBe(201)
    expect(await hall.outcome('POST /api/surveys', { body: { right, answers: all(4) } })).toBe(
      '404 unknown-right',
    )
    expect(await hall.outcome(`GET /api/surveys/${right}`)).toBe('404 unknown-right')
    const after = await hall.does<Own>(`GET /api/visits/${token}`)
    expect(after.visit.surveys).toEqual([])
  })

  it('[SU1] a right comes with each step that was served: of ten who use it at once, one is taken', async () => {
    const hall = await open()
    const { right } = await served(hall)
    const ten = Array.from({ length: 10 }, () =>
      hall.outcome('POST /api/surveys', { body: { right, answers: all(3) } }),
    )
    const outcomes = await Promise.all(ten)
    expect(outcomes.filter((one) => one === 201)).toHaveLength(1)
    expect(outcomes.filter((one) => one === '404 unknown-right')).toHaveLength(9)
  })

  it('[SU1] a right comes with each step that was served: it is good until the end of the next day, and not a moment longer', async () => {
    const hall = await open()
    const first = await served(hall)
    const second = await served(hall)
    await nextDay(hall)
    expect(await hall.outcome('POST /api/surveys', { body: { right: first.right, answers: all(4) } })).toBe(
      201,
    )
    await nextDay(hall)
    expect(await hall.outcome('POST /api/surveys', { body: { right: second.right, answers: all(4) } })).toBe(
      '404 unknown-right',
    )
  })

  it('[SU1] a right comes with each step that was served: it is gone while its outcome is taken back, and comes again unused', async () => {
    const hall = await open()
    const { right, token } = await served(hall)
    await hall.act('ayu', 'undo', 'loket-1')
    expect(await hall.outcome(`GET /api/surveys/${right}`)).toBe('404 unknown-right')
    await hall.act('ayu', 'finish', 'loket-1')
    expect(await hall.outcome('POST /api/surveys', { body: { right, answers: all(2) } })).toBe(201)
    await hall.act('ayu', 'undo', 'loket-1')
    await hall.act('ayu', 'finish', 'loket-1')
    const own = await hall.does<Own>(`GET /api/visits/${token}`)
    expect(own.visit.surveys).toEqual([])
  })

  it('[SU1] a right comes with each step that was served: one that was opened again and served has one then', async () => {
    const hall = await open()
    const { visit } = await hall.take(['kk'])
    const once = async (outcome: object) => {
      await hall.act('ayu', 'call', 'loket-1', { visit: visit.id })
      await hall.act('ayu', 'start', 'loket-1')
      await hall.act('ayu', 'finish', 'loket-1', outcome)
      return (await hall.does<Own>(`GET /api/visits/${visit.token}`)).visit.surveys
    }
    const reopen = () =>
      hall.does(`POST /api/reception/visits/${visit.id}/steps/${visit.steps[0]?.id}/reopen`, {
        as: 'spv',
        body: { reason: 'Keliru ditutup' },
      })
    expect(await once({ outcome: 'incomplete' })).toEqual([])
    await reopen()
    const [{ right } = { right: '' }] = await once({})
    expect(await hall.outcome('POST /api/surveys', { body: { right, answers: all(4) } })).toBe(201)
    await reopen()
    expect(await once({})).toEqual([])
  })

  it('[SU1] a right comes with each step that was served: none comes again after a restart, for one that was served before', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'antre-again-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    const before = await open({ dir })
    const serve = async (hall: HallApp, visit: string, outcome: object = {}) => {
      await hall.act('ayu', 'call', 'loket-1', { visit })
      await hall.act('ayu', 'start', 'loket-1')
      await hall.act('ayu', 'finish', 'loket-1', outcome)
    }
    const surveys = async (hall: HallApp, token: string) =>
      (await hall.does<Own>(`GET /api/visits/${token}`)).visit.surveys
    const reopen = (id: string) =>
      before.does(`POST /api/reception/visits/${id}/steps/${id}.1/reopen`, {
        as: 'spv',
        body: { reason: 'Keliru ditutup' },
      })
    const says = async (hall: HallApp, right = '') =>
      hall.outcome('POST /api/surveys', { body: { right, answers: all(4) } })
    const { visit: reopened } = await before.take(['kk'])
    const { visit: incomplete } = await before.take(['kk'])
    await serve(before, reopened.id)
    expect(await says(before, (await surveys(before, reopened.token))[0]?.right)).toBe(201)
    await reopen(reopened.id)
    await serve(before, incomplete.id, { outcome: 'incomplete' })
    await reopen(incomplete.id)
    await before.close()

    const after = await hallApp({ dir, at: morning + 60_000 })
    await serve(after, reopened.id)
    await serve(after, incomplete.id)
    expect(await surveys(after, reopened.token)).toEqual([])
    expect(await says(after, (await surveys(after, incomplete.token))[0]?.right)).toBe(201)
  })

  it('[SU1] a right comes with each step that was served: none comes again with a day that is opened again', async () => {
    const hall = await open()
    const { right, token } = await served(hall)
    const other = await served(hall)
    expect(await hall.outcome('POST /api/surveys', { body: { right, answers: all(4) } })).toBe(201)
    hall.clock.leapt = 40 * 24 * 60 * 60 * 1000
    await hall.does('POST /api/clock/confirm', { as: 'manager' })
    hall.clock.leapt = 0
    hall.signIn('manager')
    await hall.does('POST /api/day/reopen', { as: 'manager' })
    await turn()
    const surveys = async (of: string) => (await hall.does<Own>(`GET /api/visits/${of}`)).visit.surveys
    expect(await surveys(token)).toEqual([])
    // Its key is gone, so this one is another.
    const [again] = await surveys(other.token)
    expect(again?.right).not.toBe(other.right)
    expect(await hall.outcome('POST /api/surveys', { body: { right: again?.right, answers: all(4) } })).toBe(
      201,
    )
  })

  it('[SU1] a right comes with each step that was served: the keys and the box are files for the owner alone', async () => {
    const hall = await open()
    for (const name of ['key', 'box.db'])
      expect((statSync(join(hall.dir, 'survey', name)).mode & 0o777).toString(8)).toBe('600')
  })
})

describe('what is refused', () => {
  let hall: HallApp
  beforeAll(async () => {
    hall = await openHall()
    await hall.act('ayu', 'open', 'loket-1')
  })
  afterAll(() => hall.close())

  it.each([
    ['nine blanks', { answers: {} }, '400 nothing-answered'],
    ['words alone', { answers: {}, words: 'baik sekali' }, '400 nothing-answered'],
    ['a five', { answers: { ...all(4), waktu: 5 } }, '400 bad-request'],
    ['half a point', { answers: { waktu: 3.5 } }, '400 bad-request'],
    ['a text as a number', { answers: { waktu: '4' } }, '400 bad-request'],
    ['an element that nobody asked', { answers: { kopi: 4 } }, '400 bad-request'],
    ['the prototype', JSON.stringify({ answers: {} }).replace('{}', '{"__proto__":4}'), '400 bad-json'],
    ['a constructor', { answers: { constructor: 4 } }, '400 bad-request'],
    ['words of 10,000 characters', { answers: all(4), words: 'a'.repeat(10_000) }, '400 bad-request'],
    ['control characters', { answers: all(4), words: 'a\u0000b' }, '400 bad-request'],
    [
      'half a character',
      JSON.stringify({ answers: all(4), words: 'x' }).replace('x', '\\ud83d'),
      '400 bad-request',
    ],
    ['an age that is none', { answers: all(4), profile: { age: '7' } }, '400 bad-request'],
    ['a service besides', { answers: all(4), service: 'kk' }, '400 bad-request'],
  ])('[SU6] what cannot be kept is refused in words, and the right stays: %s', async (_, body, expected) => {
    const { right } = await served(hall)
    const sent = typeof body === 'string' ? body.replace('{', `{"right":"${right}",`) : { right, ...body }
    expect(await hall.outcome('POST /api/surveys', { body: sent })).toBe(expected)
    expect(await hall.outcome('POST /api/surveys', { body: { right, answers: { waktu: 1 } } })).toBe(201)
  })

  it('[SU6] what cannot be kept is refused in words, and the right stays: a right that is made up, and none at all', async () => {
    for (const right of ['x', 'A'.repeat(22), '../../etc/passwd', '__proto__', 'constructor'])
      expect(await hall.outcome('POST /api/surveys', { body: { right, answers: all(4) } })).toBe(
        '404 unknown-right',
      )
    expect(await hall.outcome('POST /api/surveys', { body: { service: 'kk', answers: all(4) } })).toBe(
      '401 not-signed-in',
    )
  })

  it('[SU6] what cannot be kept is refused in words, and the right stays: words are kept as they were written: markup, emoji, from right to left', async () => {
    const words = [
      '<script>alert(1)</script>',
      'Terima kasih 🙏🏽👨‍👩‍👧',
      'شكرا جزيلا',
      "'; DROP TABLE surveys; --",
      'apik pisan',
    ]
    for (const one of words) {
      const { right } = await served(hall)
      await hall.does('POST /api/surveys', { body: { right, answers: all(4), words: one } })
    }
    await nextDay(hall)
    const kept = await hall.does<{ words: { text: string }[] }>(
      'GET /api/surveys/words?from=2026-11&to=2026-11',
      {
        as: 'manager',
      },
    )
    expect(kept.words.map(({ text }) => text).sort()).toEqual([...words].sort())
  })
})

describe('who else knows', () => {
  it('[SU3] nothing else knows of an answer: no event, no key, no line of the log', async () => {
    const logged: string[] = []
    const hall = await open({ logged })
    const { right } = await served(hall)
    const seq = hall.hall.seq
    const body = { right, answers: all(4), words: 'rahasia sekali' }
    await hall.does('POST /api/surveys', { key: 'kunci', body })
    // What fails is logged: the disk is gone, and somebody asks.
    hall.db.exec('DROP TABLE survey_words')
    await hall.ask('GET /api/surveys/words?from=2026-11&to=2026-11', { as: 'manager' })
    await hall.ask(`GET /api/surveys/${right}`)
    expect(hall.hall.seq).toBe(seq)
    const said = JSON.stringify(hall.db.prepare('SELECT * FROM events').all()) + logged.join('\n')
    for (const secret of [right, 'rahasia', 'kunci']) expect(said).not.toContain(secret)
    expect(logged.join('\n')).toContain('/api/surveys/…')
  })
})

describe('a tablet', () => {
  it('[SU7] a tablet is paced: it answers for a service, one answer in five seconds, and once what it sends again', async () => {
    const hall = await open()
    await hall.enrol('survey')
    const answer = (more: object = {}) =>
      hall.outcome('POST /api/surveys', { as: 'survey', body: { service: 'kk', answers: all(3), ...more } })
    expect(await answer({ once: 'satu-dua-tiga-empat' })).toBe(201)
    expect(await answer()).toBe('429 too-many-requests')
    hall.later({ seconds: 5 })
    expect(await answer({ once: 'satu-dua-tiga-empat' })).toBe(201)
    hall.later({ seconds: 5 })
    expect(await answer({ service: 'tiada' })).toBe('404 unknown-service')
    expect(await answer({ month: '2026-11' })).toBe('403 not-allowed')
    for (let nth = 0; nth < 4; nth += 1) {
      hall.later({ seconds: 5 })
      expect(await answer()).toBe(201)
    }
    await nextDay(hall)
    const kept = await hall.does<{ answers: unknown[] }>('GET /api/surveys/answers?from=2026-11&to=2026-11', {
      as: 'manager',
    })
    expect(kept.answers).toHaveLength(5)
  })

  it('[SU7] a tablet is paced: it gets the form in the language asked for, three of the nine, and the services', async () => {
    const hall = await open()
    await hall.enrol('survey')
    const form = () =>
      hall.does<{ questions: { text: string }[]; short: string[]; services: { id: string }[] }>(
        'GET /api/surveys/form?lang=en&service=kk',
        { as: 'survey' },
      )
    const a = await form()
    expect([0, 3, 6].map((from) => NINE.slice(from, from + 3))).toContainEqual(a.short)
    expect(a.questions[1]?.text).toBe('How easy was the procedure here?')
    expect(a.services.map(({ id }) => id)).toContain('kk')
    expect(await hall.outcome('GET /api/surveys/form')).toBe('401 not-signed-in')
  })
})

describe('a paper form', () => {
  it('[SU8] a paper form counts for the month written on it: each is entered by staff with the month that stands on it', async () => {
    const hall = await open()
    const enter = (body: object) =>
      hall.outcome('POST /api/surveys', { as: 'dewi', body: { answers: all(2), ...body } })
    for (let nth = 0; nth < 5; nth += 1) expect(await enter({ service: 'kk', month: '2026-10' })).toBe(201)
    expect(await enter({ service: 'kk' })).toBe('400 bad-request')
    expect(await enter({ service: 'kk', month: '2026-12' })).toBe('422 period-outside')
    expect(await enter({ service: 'kk', month: '2025-10' })).toBe('422 period-outside')
    expect(await enter({ service: 'kk', month: '2026-13' })).toBe('400 bad-request')
    await nextDay(hall)
    const kept = await hall.does<{ answers: { month: string }[] }>(
      'GET /api/surveys/answers?from=2026-10&to=2026-10',
      { as: 'manager' },
    )
    expect(kept.answers.map(({ month }) => month)).toEqual(Array(5).fill('2026-10'))
  })
})

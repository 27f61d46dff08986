// The survey in visitors' hands, without a browser: which question comes when, what is sent of it, and how it arrives.
import { describe, expect, it } from 'vitest'
import {
  answer,
  askAll,
  back,
  beginBallot,
  type Ballot,
  bodyOf,
  goTo,
  isBlank,
  leftOf,
  NINE,
  shortByLot,
} from '../../kiosk-ui/survey/ballot.ts'
import { openOutbox, type OutboxIo, type Voice } from '../../kiosk-ui/survey/outbox.ts'
import { en, id, languageName } from '../../kiosk-ui/survey/texts.ts'
import type { Outcome } from '../../screens/command.ts'
import { textFaults } from '../screens/texts.ts'

const question = (element: string) => ({ element, text: element, answers: ['a', 'b', 'c', 'd'] })
const questions = [...NINE, 'parkir'].map(question)
const form = { questions, short: ['waktu', 'biaya', 'produk'] }
const at = ({ where, order }: Ballot) => (where.at === 'question' ? order[where.nth] : where.at)

it('has every text in both languages, and a name for each language', () => {
  expect(textFaults(id, en)).toEqual([])
  expect([languageName('id'), languageName('en'), languageName('ban')]).toEqual([
    id.languageName,
    en.languageName,
    expect.stringMatching(/./),
  ])
})

describe('[SU19] three taps are an answer', () => {
  it('asks the three whose turn it is, and then has enough', () => {
    let ballot = beginBallot(form)
    const seen = [at(ballot)]
    for (const score of [4, 3, 4] as const) {
      ballot = answer(ballot, score)
      seen.push(at(ballot))
    }
    expect(seen).toEqual(['waktu', 'biaya', 'produk', 'enough'])
    expect(bodyOf(ballot, form)).toEqual({ answers: { waktu: 4, biaya: 3, produk: 4 } })
    expect(leftOf(ballot)).toBe(7)
  })

  it('asks all the others once who asks for them, the hall’s own too, and sends them in the order of the form', () => {
    let ballot = beginBallot(form)
    for (let taps = 0; taps < 3; taps += 1) ballot = answer(ballot, 2)
    ballot = askAll(ballot)
    const seen = new Set<unknown>()
    for (; ballot.where.at === 'question'; ballot = answer(ballot, 1)) seen.add(at(ballot))
    expect(seen.size).toBe(7)
    expect(leftOf(ballot)).toBe(0)
    const { answers } = bodyOf(ballot, form) as { answers: object }
    expect(Object.keys(answers)).toEqual(questions.map(({ element }) => element))
  })

  it('goes back and answers anew, leaves blank, and is blank if nothing is left', () => {
    let ballot = answer(beginBallot(form), 1)
    ballot = back(ballot) ?? ballot
    expect(at(ballot)).toBe('waktu')
    expect(back(ballot)).toBeNull()
    ballot = answer(ballot, null)
    expect(isBlank(ballot)).toBe(true)
    ballot = answer(answer(ballot, null), 4)
    expect(at(ballot)).toBe('enough')
    expect(at(back(ballot) ?? ballot)).toBe('produk')
    expect(at(back(goTo(ballot, 'words')) ?? ballot)).toBe('enough')
    const whole = { ...ballot, words: '  Panas. ', profile: new Map([['sex', 'female']]) }
    expect(bodyOf(whole, form)).toEqual({
      answers: { produk: 4 },
      words: 'Panas.',
      profile: { sex: 'female' },
    })
  })

  it('asks all at once where no three are named, and none that the form does not have', () => {
    expect(beginBallot({ questions, short: [] }).asked).toBe(10)
    expect(beginBallot({ questions, short: ['gone', 'biaya'] }).order.slice(0, 2)).toEqual([
      'biaya',
      'persyaratan',
    ])
  })

  it('[SU22] anyone who has every file after each emptying and knows who answered when guesses no better than one in five: three of the nine are drawn by lot', () => {
    const drawn = [0, 0.34, 0.9999].flatMap((random) => shortByLot({ questions }, random))
    expect(drawn).toEqual([...NINE])
  })
})

describe('[SU20] nobody waits for a connection, and nothing arrives twice', () => {
  const sent: Outcome<unknown> = { ok: true, data: {} }
  const refusal = (status: number, code: string): Outcome<unknown> => ({
    ok: false,
    problem: { status, code, title: code, detail: code },
  })
  const away = refusal(0, 'offline')

  function browser(kept: readonly Voice[] = []) {
    let stored: readonly Voice[] = kept
    const arrived: Voice[] = []
    const later: { ms: number; run: () => void }[] = []
    let reply: (voice: Voice) => Outcome<unknown> = () => sent
    const io: OutboxIo = {
      read: () => stored,
      write: (voices) => void (stored = voices),
      random: () => 0,
      after: (ms, run) => void later.push({ ms, run }),
      async send(voice) {
        arrived.push(voice)
        return reply(voice)
      },
    }
    return {
      io,
      arrived,
      later,
      stored: () => stored,
      answers: (next: typeof reply) => void (reply = next),
    }
  }
  const scores = (score: number) => ({ service: 'kk', answers: { waktu: score } })

  it('keeps an answer before it sends it, and sends it again as the same one', async () => {
    const tablet = browser()
    tablet.answers(() => {
      expect(tablet.stored()).toHaveLength(1)
      return away
    })
    const outbox = openOutbox(tablet.io)
    expect(await outbox.put(scores(4))).toEqual({ is: 'kept' })
    expect(outbox.waiting.value).toBe(1)
    tablet.answers(() => sent)
    const [again] = tablet.later
    again?.run()
    await expect.poll(() => outbox.waiting.value).toBe(0)
    expect(tablet.stored()).toEqual([])
    expect(new Set(tablet.arrived.map(({ once }) => once)).size).toBe(1)
  })

  it('sends what the page before it left', async () => {
    const tablet = browser([{ once: 'a'.repeat(22), body: scores(1) }])
    const outbox = openOutbox(tablet.io)
    await expect.poll(() => outbox.waiting.value).toBe(0)
    expect(tablet.arrived.map(({ body }) => body)).toEqual([scores(1)])
  })

  it('keeps many, in no order, and sends each once when the connection is back', async () => {
    const tablet = browser()
    tablet.answers(() => away)
    const outbox = openOutbox(tablet.io)
    for (const score of [1, 2, 3]) await outbox.put(scores(score))
    // Each was laid before those that wait: the dice decide.
    expect(tablet.stored().map(({ body }) => body)).toEqual([3, 2, 1].map(scores))
    tablet.answers(() => sent)
    tablet.arrived.length = 0
    outbox.flush()
    await expect.poll(() => outbox.waiting.value).toBe(0)
    expect(tablet.arrived.map(({ body }) => body)).toEqual([3, 2, 1].map(scores))
    expect(tablet.later).toHaveLength(1)
  })

  it.each([
    [429, 6_000],
    [503, 15_000],
    [401, 15_000],
  ])('tries again after %i', async (status, ms) => {
    const tablet = browser()
    tablet.answers(() => refusal(status, 'some'))
    expect(await openOutbox(tablet.io).put(scores(2))).toEqual({ is: 'kept' })
    expect(tablet.later.map((one) => one.ms)).toEqual([ms])
  })

  it('sends the nine alone where a question of the hall’s own is no longer asked', async () => {
    const tablet = browser()
    tablet.answers(({ body }) =>
      JSON.stringify(body).includes('parkir') ? refusal(400, 'bad-request') : sent,
    )
    const body = { service: 'kk', answers: { waktu: 4, parkir: 1 }, words: 'Panas' }
    expect(await openOutbox(tablet.io).put(body)).toEqual({ is: 'sent' })
    expect(tablet.arrived.map((one) => one.body)).toEqual([body, { ...body, answers: { waktu: 4 } }])
    expect(new Set(tablet.arrived.map(({ once }) => once)).size).toBe(1)
    // Nothing of it is left: then it is refused.
    const alone = { service: 'kk', answers: { parkir: 1 } }
    expect(await openOutbox(tablet.io).put(alone)).toMatchObject({ is: 'refused' })
  })

  it('takes a used right as done, and says why anything else was refused, without holding up the next', async () => {
    const phone = browser()
    phone.answers(() => refusal(404, 'unknown-right'))
    const outbox = openOutbox(phone.io)
    expect(await outbox.put({ right: 'r', answers: { waktu: 4 } })).toEqual({ is: 'sent' })
    phone.answers(() => refusal(400, 'bad-request'))
    expect(await outbox.put(scores(2))).toMatchObject({ is: 'refused', problem: { code: 'bad-request' } })
    expect(phone.stored()).toEqual([])
  })
})

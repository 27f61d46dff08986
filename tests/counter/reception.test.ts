// The reception's questions before a visit is changed: what they say, what they send, and when there is nothing to ask.
import { beforeEach, describe, expect, test } from 'vitest'
import type { ReceptionVisit } from '../../server/live/reception.ts'
import { canCancel, questionOf, type Step } from '../../counter-ui/reception/visit-questions.ts'
import { sameKey } from '../../counter-ui/reception/giving.ts'
import { en, id } from '../../counter-ui/reception/texts.ts'
import type { Hall } from '../../screens/hall.ts'
import { language } from '../../screens/i18n.ts'
import { textFaults } from '../screens/texts.ts'

const hall = {
  services: { value: new Map([['kk', { name: { id: 'Kartu Keluarga', en: 'Family card' } }]]) },
  counters: { value: new Map([['loket-1', { name: { id: 'Loket 1', en: 'Counter 1' } }]]) },
} as unknown as Hall

function step(changed: Partial<Step> = {}): Step {
  return {
    id: 'v/1.1',
    service: 'kk',
    status: 'waiting',
    ahead: 3,
    counter: null,
    calls: 0,
    secondCall: false,
    forecast: null,
    callableFrom: null,
    missing: [],
    outcome: null,
    releasable: false,
    ...changed,
  }
}

function visit(changed: Partial<ReceptionVisit> = {}): ReceptionVisit {
  return {
    id: 'v/1',
    number: 'A012',
    takenAt: '2026-11-24T01:12:00.000Z',
    from: null,
    priority: false,
    comeToMe: false,
    language: 'id',
    slip: { status: 'none', noted: true, printer: null, why: null },
    day: '2026-11-24',
    moves: 0,
    copies: 0,
    notTaken: false,
    steps: [step(), step({ id: 'v/1.2', service: 'ktp' })],
    ...changed,
  }
}

beforeEach(() => void (language.value = 'id'))

test('every text is there in both languages, with the same parameters', () =>
  expect(textFaults(id, en)).toEqual([]))

describe('cancelling a service of a visit', () => {
  const wanted = { what: 'cancel-step', step: 'v/1.1' } as const

  test('names it, and goes to its step, however its id is written', () => {
    const question = questionOf(hall, visit(), wanted)
    expect(question?.text).toMatch(/^Kartu Keluarga dibatalkan\./)
    expect(question?.path).toBe('/api/reception/visits/v%2F1/steps/v%2F1.1/cancel')
    expect(question?.danger).toBe(true)
  })

  test('says that a call is retracted, once there is one', () => {
    const steps = [step({ status: 'called', counter: 'loket-1' }), step({ id: '2' })]
    expect(questionOf(hall, visit({ steps }), wanted)?.text).toMatch(/^Panggilan ke Loket 1 ditarik\. Kartu/)
  })

  test.each(['done', 'cancelled', 'expired'] as const)(
    'is not asked about any more once it is %s',
    (status) => expect(questionOf(hall, visit({ steps: [step({ status })] }), wanted)).toBeNull(),
  )

  test('is not asked about a service that has gone from the visit', () =>
    expect(questionOf(hall, visit({ steps: [] }), wanted)).toBeNull())

  test.each(['waiting', 'blocked', 'held', 'missed', 'called'] as const)(
    'is offered while it is %s',
    (status) => expect(canCancel(step({ status }), visit())).toBe(true),
  )

  test.each(['serving', 'done', 'cancelled', 'expired'] as const)('is not offered while it is %s', (status) =>
    expect(canCancel(step({ status }), visit())).toBe(false),
  )

  test('is not offered for the last one, which goes with its number', () =>
    expect(canCancel(step(), visit({ steps: [step(), step({ id: '2', status: 'done' })] }))).toBe(false))
})

describe('queueing a service again', () => {
  const wanted = { what: 'release', step: 'v/1.1' } as const
  const asked = (status: Step['status'], releasable = true) =>
    questionOf(hall, visit({ steps: [step({ status, releasable })] }), wanted)

  test('says that a visitor on hold can be called at once', () =>
    expect(asked('held')?.text).toContain('A012 langsung dapat dipanggil'))
  test('says that a missed visitor can be called only later', () =>
    expect(asked('missed')?.text).toContain('sesudah jeda bagi yang terlambat'))
  test('says that a visitor who turns up before the second call can be called at once', () =>
    expect(asked('waiting')?.text).toContain('A012 langsung dapat dipanggil'))
  test('is not asked once it waits', () => expect(asked('waiting', false)).toBeNull())
})

describe('changing the class of a visit', () => {
  test('says what it means for those who gain and those who lose by it', () => {
    const up = questionOf(hall, visit(), { what: 'priority', priority: true })
    const down = questionOf(hall, visit({ priority: true }), { what: 'priority', priority: false })
    expect(up).toMatchObject({ danger: false, body: { priority: true } })
    expect(up?.text).toContain('prioritas')
    expect(down).toMatchObject({ danger: true, body: { priority: false } })
    expect(down?.text).toContain('nomor lain dapat mendahuluinya')
  })

  test('is not asked where somebody else did it already', () =>
    expect(questionOf(hall, visit({ priority: true }), { what: 'priority', priority: true })).toBeNull())
})

describe('a command that nobody answered', () => {
  const lost = { ok: false, problem: { status: 0, code: 'offline', title: '', detail: '' } } as const
  const made = () => {
    let count = 0
    return sameKey(() => `key-${(count += 1)}`)
  }

  test('is the same command when it is pressed again', () => {
    const key = made()
    expect(key.of({ service: 'kk' })).toBe('key-1')
    key.heard(lost)
    expect(key.of({ service: 'kk' })).toBe('key-1')
  })

  test('is another one when it was changed meanwhile', () => {
    const key = made()
    key.of({ service: 'kk' })
    key.heard(lost)
    expect(key.of({ service: 'ktp' })).toBe('key-2')
  })

  test('is another one once it was answered, with yes or no', () => {
    const key = made()
    key.of({ service: 'kk' })
    key.heard({ ok: true, data: {} })
    expect(key.of({ service: 'kk' })).toBe('key-2')
    key.heard({ ok: false, problem: { ...lost.problem, status: 409, code: 'service-closed' } })
    expect(key.of({ service: 'kk' })).toBe('key-3')
  })
})

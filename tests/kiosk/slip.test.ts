// What the kiosk says about a slip, and when it may go on to the next visitor.
import { describe, expect, it } from 'vitest'
import { insist } from '../../kiosk-ui/ticket.ts'
import { faultOf, isHeld, paperHere, slipStand, type SlipNow } from '../../kiosk-ui/slip.ts'
import { en } from '../../kiosk-ui/texts/en.ts'
import { id } from '../../kiosk-ui/texts/id.ts'
import type { Outcome } from '../../screens/command.ts'
import { textFaults } from '../screens/texts.ts'

const slip = (status: SlipNow['status'], more: Partial<SlipNow> = {}): SlipNow => ({
  status,
  noted: false,
  why: null,
  ...more,
})

describe('a slip', () => {
  it('says what the visitor has to do', () => {
    const statuses = ['queued', 'printed', 'none', 'failed'] as const
    expect(statuses.map((status) => slipStand(slip(status)))).toEqual(['coming', 'paper', 'screen', 'failed'])
  })

  it('is in a hand once it is printed or noted, and not before', () => {
    const statuses = ['queued', 'printed', 'none', 'failed'] as const
    expect(statuses.map((status) => isHeld(slip(status)))).toEqual([false, true, false, false])
    expect(statuses.map((status) => isHeld(slip(status, { noted: true })))).toEqual([true, true, true, true])
  })

  it('says why it failed in the words of a visitor, also for a code that it does not know', () => {
    const words = (why: string | null) => faultOf(slip('failed', { why }))
    expect(words('paper-out')).toBe('paperOut')
    expect(words('cover-open')).toBe('coverOpen')
    expect([words('offline'), words('unreachable')]).toEqual(['printerOff', 'printerOff'])
    for (const why of ['error', 'timeout', 'restart', 'no-such-printer', 'toString', null]) {
      expect(words(why)).toBe('printerFault')
    }
  })
})

describe('paperHere', () => {
  const printer = (gives: boolean, ...kiosks: string[]) => ({ gives, kiosks })

  it('looks at the printers of this kiosk alone', () => {
    expect(paperHere([printer(true, 'k1'), printer(false, 'k2')], 'k1')).toBe('gives')
    expect(paperHere([printer(true, 'k1'), printer(false, 'k2')], 'k2')).toBe('empty')
    expect(paperHere([printer(false, 'k1')], 'k3')).toBe('none')
    expect(paperHere([printer(false, 'k1')], null)).toBe('none')
  })

  it('is content with one that gives', () => {
    expect(paperHere([printer(false, 'k1'), printer(true, 'k1')], 'k1')).toBe('gives')
  })

  it('knows none while nothing is known', () => {
    expect(paperHere([], 'k1')).toBe('none')
  })
})

describe('what must arrive', () => {
  const problem = (status: number, code: string): Outcome<never> => ({
    ok: false,
    problem: { status, code, title: '', detail: '' },
  })

  async function insisted(...answers: Outcome<string>[]) {
    const keys: string[] = []
    const outcome = await insist<string>('/api/visits/t/noted', {}, 'one', {
      send: <T>(_path: string, _body: unknown, key: string) => {
        keys.push(key)
        return Promise.resolve(answers.shift() as Outcome<T>)
      },
      after: (_ms, run) => run(),
    })
    return { outcome, keys }
  }

  it('is sent under one key until the server answers', async () => {
    const { outcome, keys } = await insisted(problem(0, 'offline'), problem(502, 'unexpected'), {
      ok: true,
      data: 'noted',
    })
    expect(outcome).toEqual({ ok: true, data: 'noted' })
    expect(keys).toEqual(['one', 'one', 'one'])
  })

  it('ends with a refusal', async () => {
    const { outcome, keys } = await insisted(problem(404, 'unknown-visit'))
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'unknown-visit' } })
    expect(keys).toHaveLength(1)
  })
})

it('the texts have the same parameters in both languages', () => {
  expect(textFaults(id, en)).toEqual([])
})

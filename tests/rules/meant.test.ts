// Rules E: a command that says until when it is meant, and what was seen when it was given.
import { describe, expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import {
  call,
  callNext,
  cancel,
  close,
  delay,
  finish,
  handOver,
  hold,
  miss,
  open,
  pause,
  putBack,
  recall,
  refer,
  release,
  serve,
  start,
  take,
  undo,
} from './commands.ts'
import { given, type Story } from './given.ts'
import { rulesPlan } from './rules-plan.ts'
import { addStep, cancelStep, releaseStep, reopen, setPriority } from './steer-commands.ts'

const one = 'loket-1'

/** Two wait; the first one was called and is gone, the second one is called now. */
function nextVisitor(): { story: Story; before: string; now: string } {
  const story = given(rulesPlan, '08:00', open(one), take('a', ['kk']), take('b', ['kk']), callNext(one))
  const before = callAt(story)
  story.does(miss(one))
  story.does(callNext(one))
  return { story, before, now: callAt(story) }
}

function callAt(story: Story): string {
  const step = story.visit(story.present(one) ?? '').steps[0]
  if (!step || !('call' in step)) throw new Error('nobody is there')
  return step.call.id
}

describe('until when', () => {
  const noon = (story: Story) => story.time.now

  it('[E5] a command that nobody waits for any more does nothing', () => {
    const { story } = nextVisitor()
    const until = noon(story) + 8_000
    story.at('08:00:09')
    expect(story.refusal(miss(one), { notAfter: until })).toBe('too-late')
    expect(story.present(one)).toBe('b')
    expect(story.statuses('b')).toEqual(['called'])
  })

  it('[E5] a command that nobody waits for any more does nothing: to the millisecond, and it comes before any other no', () => {
    const { story } = nextVisitor()
    const now = noon(story)
    expect(story.refusal(finish('loket-2'), { notAfter: now - 1 })).toBe('too-late')
    expect(story.refusal(recall(one), { notAfter: now })).toBeNull()
  })
})

describe('the call that was seen', () => {
  const verbs: Record<string, Command> = {
    recall: recall(one),
    start: start(one),
    finish: finish(one),
    miss: miss(one),
    'put back': putBack(one),
    hold: hold(one),
    refer: refer(one, 'skck'),
    release: release(one, 'a'),
    undo: undo(one),
    pause: pause(one),
    open: open(one),
    'close, by a supervisor': close(one, 'spv', true),
    'call next': callNext(one),
    call: call(one, 'a'),
    serve: serve(one, 'c', ['kk']),
    'hand over': handOver(one, 'citra'),
  }

  it.each(Object.entries(verbs))(
    '[E6] a press acts on the call that was seen, and on nobody else: %s',
    (_, verb) => {
      const { story, before, now } = nextVisitor()
      const mark = story.records.length
      expect(story.refusal(verb, { call: before })).toBe('other-call')
      expect(story.records.length).toBe(mark)
      if (verb.type === 'finish') story.does(start(one))
      expect(['other-call', 'too-late']).not.toContain(story.refusal(verb, { call: now }))
    },
  )

  it('[E6] a press acts on the call that was seen, and on nobody else: nobody was seen, and somebody is there', () => {
    const { story } = nextVisitor()
    expect(story.refusal(callNext(one), { call: null })).toBe('counter-busy')
    expect(story.refusal(pause(one), { call: null })).toBe('other-call')
    expect(story.refusal(close(one, 'spv', true), { call: null })).toBe('other-call')
    expect(story.present(one)).toBe('b')
  })

  it('[E6] a press acts on the call that was seen, and on nobody else: somebody was seen, and nobody is there', () => {
    const { story, now } = nextVisitor()
    story.does(miss(one))
    expect(story.refusal(miss(one), { call: now })).toBe('nothing-called')
    expect(story.refusal(callNext(one), { call: now })).toBe('other-call')
    expect(story.refusal(callNext(one), { call: null })).toBeNull()
  })

  it('[E6] a press acts on the call that was seen, and on nobody else: somebody who has no business there learns that', () => {
    const { story, before } = nextVisitor()
    expect(story.refusal({ ...miss(one), staff: 'budi' }, { call: before })).toBe('counter-taken')
    expect(story.refusal(miss('loket-2'), { call: before })).toBe('counter-not-open')
    expect(story.refusal(miss('loket-99'), { call: before })).toBe('unknown-counter')
  })

  it('[E6] a press acts on the call that was seen, and on nobody else: an undo undoes the action that was seen', () => {
    const { story } = nextVisitor()
    const undoUntil = () => (story.hall.counters.get(one)?.last?.at ?? 0) + 30_000
    const seen = undoUntil()
    story.at('08:00:05')
    story.does(start(one))
    expect(story.refusal(undo(one), { undoUntil: seen })).toBe('other-call')
    expect(story.statuses('b')).toEqual(['serving'])
    expect(story.refusal(undo(one), { undoUntil: undoUntil() })).toBeNull()
    expect(story.statuses('b')).toEqual(['called'])
  })
})

describe('the visit that was seen', () => {
  const verbs: Record<string, (step: string) => Command> = {
    'give it back': () => cancel('a'),
    'be late': () => delay('a'),
    'add a service': () => addStep('a', 'skck'),
    'cancel a service': (step) => cancelStep('a', step),
    'let it wait again': (step) => releaseStep('a', step),
    'reopen a service': (step) => reopen('a', step),
    'give it priority': () => setPriority('a', true),
  }

  it.each(Object.entries(verbs))('[E7] a press acts on the visit as it was seen: %s', (_, verb) => {
    const story = given(rulesPlan, '08:00', open(one), take('a', ['kk', 'bayar']))
    const { moves, steps } = story.visit('a')
    story.does(callNext(one))
    story.does(hold(one))
    const mark = story.records.length
    expect(story.refusal(verb(steps[0]?.id ?? ''), { moves })).toBe('visit-changed')
    expect(story.records.length).toBe(mark)
    const now = story.visit('a').moves
    expect(story.refusal(verb(steps[0]?.id ?? ''), { moves: now })).not.toBe('visit-changed')
  })
})

// Who says what when: the sound of the zones around a real loop, with displays that come and go and time that is
// turned by hand. Zones `depan` and `tengah` share a sound, `belakang` has its own.
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createClock } from '../../server/clock.ts'
import { createDispatch } from '../../server/dispatch.ts'
import type { Command } from '../../server/hall/command.ts'
import { emptyHall } from '../../server/hall/new-day.ts'
import { layOut } from '../../server/hall/layout.ts'
import { createLoudspeakers } from '../../server/voice/loudspeakers.ts'
import { isQuiet } from '../../server/voice/said.ts'
import { createSound } from '../../server/voice/sound.ts'
import type { Display } from '../../server/live/sockets.ts'
import type { Prepared, SpokenText } from '../../server/voice/voice.ts'
import { callNext, finish, open, recall, say, start, take, undo } from '../rules/commands.ts'
import { rulesPlan } from '../rules/rules-plan.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

const eightSeconds: Prepared = { name: 'a.wav', seconds: 8 }
const display = (id: string, zone: string | null = null, board = zone): Display => ({ id, zone, board })

/** A hall with everybody at their counters; `displays` may be changed at any time. */
async function zones(...displays: Display[]) {
  const hall = emptyHall(layOut(rulesPlan))
  const state = {
    displays,
    full: false,
    prepare: async (): Promise<Prepared | null> => eightSeconds,
    said: [] as SpokenText[][],
    times: [] as number[],
    warmed: 0,
    failures: [] as unknown[],
    now: Date.parse('2026-11-24T01:00:00Z'),
    minute: 540,
  }
  const loudspeakers = createLoudspeakers()
  const failed = (error: unknown) => state.failures.push(error)
  const dispatch = createDispatch({
    hall,
    store: {
      append() {
        if (state.full) throw new Error('full')
      },
      numbersOf: () => ({}),
    },
    clock: createClock(() => state.now),
    committed: (records) => sound.committed(records),
    failed,
  })
  const sound = createSound({
    hall,
    dispatch,
    voice: {
      prepare(texts, how) {
        state.said.push([...texts])
        state.times.push(how?.times ?? 1)
        return state.prepare()
      },
      warm: () => void (state.warmed += 1),
    },
    displays: () => state.displays,
    loudspeakers,
    minute: () => state.minute,
    failed,
  })
  async function quiet(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) await new Promise(setImmediate)
  }
  async function give(...commands: Command[]): Promise<void> {
    for (const command of commands) await dispatch({ command, by: 'system:start' })
    await quiet()
  }
  for (const counter of [1, 2, 3, 4, 5, 6]) await give(open(`loket-${counter}`))
  let visits = 0
  return {
    hall,
    state,
    sound,
    give,
    quiet,
    /** A visitor comes for the service and is called at the counter. */
    async call(service: string, counter: string) {
      await give(take(`v${(visits += 1)}`, [service]), callNext(counter))
    },
    async hear(counter: string, device: string, zone: string | null = null) {
      const first = [...hall.announcements.values()].find(
        (one) => one.call?.counter === counter && one.status === 'playing',
      )
      const announcement = first?.id ?? ''
      await give({ type: 'hear-announcement', announcement, device, zone })
    },
    async seconds(some: number) {
      await vi.advanceTimersByTimeAsync(some * 1000)
      await quiet()
    },
    /** Every announcement: its counter, status and speaker. */
    all: () =>
      [...hall.announcements.values()].map(({ call, status, speaker }) => [call?.counter, status, speaker]),
  }
}

it('the voice gets ready when a counter is free for the next visitor, and only where there is somebody to say it', async () => {
  const { give, call, state } = await zones(display('tv'))
  const during = async (...commands: Command[]) => {
    const before = state.warmed
    await give(...commands)
    return state.warmed - before
  }
  await call('kk', 'loket-1')
  expect(await during(start('loket-1'))).toBe(0)
  expect(await during(finish('loket-1'))).toBe(1)
  expect(await during(callNext('loket-1'))).toBe(0)
  expect(await during(take('v9', ['kk']))).toBe(1)
  state.displays = []
  expect(await during(take('v10', ['kk']))).toBe(0)
})

it('one display of the whole hall speaks for one zone after the other', async () => {
  const { call, hear, all } = await zones(display('tv'))
  await call('kk', 'loket-1')
  await call('bayar', 'loket-5')
  expect(all()).toEqual([
    ['loket-1', 'playing', 'tv'],
    ['loket-5', 'pending', null],
  ])
  await hear('loket-1', 'tv')
  expect(all()).toEqual([
    ['loket-1', 'heard', 'tv'],
    ['loket-5', 'playing', 'tv'],
  ])
})

it('calls that come in one moment in two zones do not both get the only display', async () => {
  const { give, all } = await zones(display('tv'))
  await give(take('a', ['kk']), take('b', ['bayar']))
  await Promise.all([give(callNext('loket-1')), give(callNext('loket-5'))])
  expect(all().map(([, status]) => status)).toEqual(['playing', 'pending'])
})

it('a display that shows the whole hall waits until its board is free', async () => {
  const { call, hear, all } = await zones(display('tv'), display('tv-belakang', 'belakang'))
  await call('bayar', 'loket-5')
  await call('kk', 'loket-1')
  expect(all()).toEqual([
    ['loket-5', 'playing', 'tv-belakang'],
    ['loket-1', 'pending', null],
  ])
  await hear('loket-5', 'tv-belakang')
  expect(all().at(-1)).toEqual(['loket-1', 'playing', 'tv'])
})

it('zones with displays of their own speak at the same time', async () => {
  const { call, all } = await zones(display('tv-depan', 'depan'), display('tv-belakang', 'belakang'))
  await call('kk', 'loket-1')
  await call('bayar', 'loket-5')
  expect(all()).toEqual([
    ['loket-1', 'playing', 'tv-depan'],
    ['loket-5', 'playing', 'tv-belakang'],
  ])
})

it('who waited longest is said first, also where another zone has more to say', async () => {
  const { call, hear, all, state } = await zones(display('tv'))
  await call('kk', 'loket-1')
  state.now += 1000
  await call('bayar', 'loket-5')
  state.now += 1000
  await call('kk', 'loket-2')
  await hear('loket-1', 'tv')
  expect(all().map(([counter, status]) => [counter, status])).toEqual([
    ['loket-1', 'heard'],
    ['loket-5', 'playing'],
    ['loket-2', 'pending'],
  ])
})

it('a display that shows another zone’s board is not asked to speak', async () => {
  const { call, all, seconds } = await zones(
    display('tv', null, 'belakang'),
    display('tv-2', 'belakang', null),
  )
  await call('kk', 'loket-1')
  await seconds(5)
  expect(all()).toEqual([['loket-1', 'playing', null]])
})

it('whom nobody hears is given up 3 s after the end, and another display speaks next', async () => {
  const { call, seconds, hear, all, hall } = await zones(display('tv', 'depan'), display('wide'))
  await call('kk', 'loket-1')
  await call('kk', 'loket-2')
  await seconds(10.9)
  expect(all()[0]).toEqual(['loket-1', 'playing', 'tv'])
  await seconds(0.2)
  expect(all()).toEqual([
    ['loket-1', 'unheard', 'tv'],
    ['loket-2', 'playing', 'wide'],
  ])
  const [first] = hall.visits.values()
  expect(first?.steps[0]).toMatchObject({ call: { heard: false } })
  await hear('loket-2', 'wide')
  expect(all()[1]).toEqual(['loket-2', 'heard', 'wide'])
})

it('a display that was silent speaks again where it is the only one, and is trusted once it confirms', async () => {
  const { call, seconds, hear, all, state, sound } = await zones(display('tv', 'depan'))
  await call('kk', 'loket-1')
  await seconds(12)
  await call('kk', 'loket-2')
  expect(all().at(-1)).toEqual(['loket-2', 'playing', 'tv'])
  await hear('loket-2', 'tv', 'depan')
  state.displays = [display('tv', 'depan'), display('wide')]
  sound.look()
  await call('skck', 'loket-3')
  expect(all().at(-1)).toEqual(['loket-3', 'playing', 'tv'])
})

it('without any display it stands on the boards for 5 s, with its words', async () => {
  const { call, seconds, all, hall, state } = await zones()
  await call('kk', 'loket-1')
  await seconds(5)
  const [shown] = hall.announcements.values()
  expect(shown).toMatchObject({ status: 'playing', speaker: null, audio: null })
  expect(shown?.text).toContain('loket satu')
  expect(state.said).toEqual([])
  await seconds(5.1)
  expect(all()).toEqual([['loket-1', 'unheard', null]])
})

it('waits 5 s after a start for the displays that come back', async () => {
  const { call, seconds, all, state, sound } = await zones()
  await call('kk', 'loket-1')
  await call('bayar', 'loket-5')
  await seconds(4)
  state.displays = [display('tv', 'depan')]
  sound.look()
  await seconds(0)
  expect(all()).toEqual([
    ['loket-1', 'playing', 'tv'],
    ['loket-5', 'pending', null],
  ])
  await seconds(1)
  expect(all()[1]).toEqual(['loket-5', 'playing', null])
})

it('names no speaker where there is nothing to play', async () => {
  const { call, all, state, hear } = await zones(display('tv'))
  state.prepare = async () => null
  await call('kk', 'loket-1')
  expect(all()).toEqual([['loket-1', 'playing', null]])
  await hear('loket-1', 'tv')
  expect(all()).toEqual([['loket-1', 'heard', null]])
})

it('a voice that fails keeps nobody else silent', async () => {
  const { call, all, state } = await zones(display('tv-depan', 'depan'), display('tv-belakang', 'belakang'))
  state.prepare = () => Promise.reject(new Error('broken'))
  await call('kk', 'loket-1')
  state.prepare = async () => eightSeconds
  await call('bayar', 'loket-5')
  expect(state.failures).toEqual([new Error('broken')])
  expect(all()).toEqual([
    ['loket-1', 'playing', 'tv-depan'],
    ['loket-5', 'playing', 'tv-belakang'],
  ])
})

it('a display that leaves while the sound is made is not named', async () => {
  const { call, all, state, quiet } = await zones(display('tv-1', 'depan'), display('tv-2', 'depan'))
  let ready: (prepared: Prepared) => void = () => {}
  state.prepare = () =>
    new Promise((resolve) => {
      ready = resolve
    })
  await call('kk', 'loket-1')
  state.displays = [display('tv-2', 'depan')]
  state.prepare = async () => eightSeconds
  ready(eightSeconds)
  await quiet()
  expect(all()).toEqual([['loket-1', 'playing', 'tv-2']])
})

it('a call taken back while its sound is made, or while it plays, makes room for the next', async () => {
  const { call, all, state, give, quiet } = await zones(display('tv'))
  let ready: (prepared: Prepared) => void = () => {}
  state.prepare = () =>
    new Promise((resolve) => {
      ready = resolve
    })
  await call('kk', 'loket-1')
  await give(undo('loket-1'))
  state.prepare = async () => eightSeconds
  ready(eightSeconds)
  await quiet()
  expect(all()).toEqual([])
  await give(callNext('loket-1'))
  await call('bayar', 'loket-5')
  expect(all().map(([, status]) => status)).toEqual(['playing', 'pending'])
  await give(undo('loket-1'))
  expect(all()).toEqual([['loket-5', 'playing', 'tv']])
})

it('a full disk delays an announcement and its end, and loses neither', async () => {
  const { call, all, state, seconds, hall } = await zones(display('tv'))
  state.prepare = async () => {
    state.full = true
    return eightSeconds
  }
  await call('kk', 'loket-1')
  expect(all()).toEqual([['loket-1', 'pending', null]])
  state.prepare = async () => eightSeconds
  state.full = false
  await seconds(2.1)
  expect(all()).toEqual([['loket-1', 'playing', 'tv']])
  state.full = true
  await seconds(12)
  expect(all()).toEqual([['loket-1', 'playing', 'tv']])
  state.full = false
  await seconds(2.1)
  expect(all()).toEqual([['loket-1', 'unheard', 'tv']])
  expect([...hall.sounds]).toEqual([])
})

it('an announcement that plays although nobody looks after it comes to an end', async () => {
  const { call, all, sound, seconds, state, hall, give } = await zones(display('tv'))
  sound.stop()
  await call('kk', 'loket-1')
  const [made] = hall.announcements.values()
  await give(say(made?.id ?? '', 'tv'))
  const after = await takeOver()
  await seconds(5.1)
  expect(all()).toEqual([['loket-1', 'unheard', 'tv']])
  after.stop()

  async function takeOver() {
    const next = createSound({
      hall,
      dispatch: Object.assign(
        async ({ command }: { command: Command }) => {
          await give(command)
          return { event: null }
        },
        { idle: async () => {} },
      ),
      voice: { prepare: state.prepare, warm: () => {} },
      displays: () => state.displays,
      loudspeakers: createLoudspeakers(),
      minute: () => 540,
      failed: (error) => state.failures.push(error),
    })
    next.look()
    return next
  }
})

it('says each in both languages, and in the first alone while more than three are to be said', async () => {
  const { call, give, hear, state } = await zones(display('tv', 'depan'))
  const languages = () => state.said.at(-1)?.map(({ language }) => language)
  await call('kk', 'loket-1')
  expect(languages()).toEqual(['id', 'en'])
  expect(state.said[0]?.[0]?.text).toMatch(/A, nol nol satu.*loket satu/)
  await call('kk', 'loket-2')
  await call('skck', 'loket-3')
  await call('skck', 'loket-4')
  await give(recall('loket-1'))
  await hear('loket-1', 'tv')
  expect(languages()).toEqual(['id'])
  await hear('loket-2', 'tv')
  expect(languages()).toEqual(['id', 'en'])
})

it('says each in the languages of the plan and as often as it wants, once while more than three are to be said', async () => {
  const { call, give, hear, state } = await zones(display('tv', 'depan'))
  const voice = { languages: ['en', 'id'] as ['en', 'id'], times: 2 as const }
  await give({ type: 'revise-plan', plan: { ...rulesPlan, voice }, from: null })
  const last = () => [state.said.at(-1)?.map(({ language }) => language), state.times.at(-1)]
  await call('kk', 'loket-1')
  expect(last()).toEqual([['en', 'id'], 2])
  await call('kk', 'loket-2')
  await call('skck', 'loket-3')
  await call('skck', 'loket-4')
  await give(recall('loket-1'))
  await hear('loket-1', 'tv')
  expect(last()).toEqual([['en'], 1])
  await hear('loket-2', 'tv')
  expect(last()).toEqual([['en', 'id'], 2])
})

it('after a stop nothing is said any more', async () => {
  const { call, sound, seconds, all } = await zones(display('tv'))
  await call('kk', 'loket-1')
  sound.stop()
  await seconds(20)
  await call('bayar', 'loket-5')
  expect(all()).toEqual([
    ['loket-1', 'playing', 'tv'],
    ['loket-5', 'pending', null],
  ])
})

const playing = (hall: Awaited<ReturnType<typeof zones>>['hall']) =>
  [...hall.announcements.values()].filter(({ status }) => status === 'playing')

it('a display that says it can’t be heard passes it on at once, and is asked last from then on', async () => {
  const { call, all, sound, hall, quiet, hear } = await zones(display('tv', 'depan'), display('wide'))
  await call('kk', 'loket-1')
  const [first] = playing(hall)
  sound.ready(first?.id ?? '', 'tv', 'blocked')
  await quiet()
  expect(all()).toEqual([['loket-1', 'playing', 'wide']])
  // What it says now is nobody's business.
  sound.started(first?.id ?? '', 'tv')
  await hear('loket-1', 'wide')
  await call('kk', 'loket-2')
  expect(all()[1]).toEqual(['loket-2', 'playing', 'wide'])
})

it('a display that can’t be heard and is the only one is waited for 5 s, for somebody who touches it', async () => {
  const { call, all, sound, hall, quiet, seconds, hear } = await zones(display('tv', 'depan'))
  await call('kk', 'loket-1')
  const [first] = playing(hall)
  sound.ready(first?.id ?? '', 'tv', 'blocked')
  await quiet()
  await seconds(4)
  sound.ready(first?.id ?? '', 'tv', 'blocked')
  await seconds(1.1)
  expect(all()).toEqual([['loket-1', 'unheard', 'tv']])
  await call('kk', 'loket-2')
  const [second] = playing(hall)
  sound.ready(second?.id ?? '', 'tv', 'muted')
  await seconds(4)
  sound.started(second?.id ?? '', 'tv')
  await seconds(8)
  expect(all()[1]).toEqual(['loket-2', 'playing', 'tv'])
  await hear('loket-2', 'tv')
  expect(all()[1]).toEqual(['loket-2', 'heard', 'tv'])
})

it('a display that says when it begins, and does not, is waited for 5 s', async () => {
  const { call, all, sound, hall, seconds, hear } = await zones(display('tv', 'depan'), display('wide'))
  await call('kk', 'loket-1')
  sound.ready(playing(hall)[0]?.id ?? '', 'tv', 'ready')
  await seconds(5.1)
  expect(all()).toEqual([['loket-1', 'playing', 'wide']])
  await hear('loket-1', 'wide')
})

it('a display that begins and dies in the middle passes it on, and the last one’s silence is known', async () => {
  const { call, all, sound, hall, seconds } = await zones(display('tv', 'depan'), display('tv-2', 'tengah'))
  await call('kk', 'loket-1')
  const id = playing(hall)[0]?.id ?? ''
  sound.ready(id, 'tv', 'ready')
  sound.started(id, 'tv')
  await seconds(10.9)
  expect(all()).toEqual([['loket-1', 'playing', 'tv']])
  await seconds(0.2)
  expect(all()).toEqual([['loket-1', 'playing', 'tv-2']])
  sound.started(id, 'tv-2')
  await seconds(11.1)
  expect(all()).toEqual([['loket-1', 'unheard', 'tv-2']])
})

it('no more than three displays are asked to say the same', async () => {
  const { call, all, sound, hall, quiet } = await zones(
    ...['a', 'b', 'c', 'd'].map((id) => display(id, 'depan')),
  )
  await call('kk', 'loket-1')
  for (const id of ['a', 'b', 'c']) {
    sound.ready(playing(hall)[0]?.id ?? '', id, 'none')
    await quiet()
  }
  expect(all()).toEqual([['loket-1', 'playing', 'c']])
})

it('a display that goes has 4 s to come back, then another one speaks', async () => {
  const { call, all, state, sound, seconds } = await zones(display('tv', 'depan'), display('wide'))
  await call('kk', 'loket-1')
  state.displays = [display('wide')]
  sound.look()
  await seconds(3.9)
  state.displays = [display('tv', 'depan'), display('wide')]
  sound.look()
  await seconds(2)
  expect(all()).toEqual([['loket-1', 'playing', 'tv']])
  state.displays = [display('wide')]
  sound.look()
  await seconds(4.1)
  expect(all()).toEqual([['loket-1', 'playing', 'wide']])
})

it('a full disk does not lose what should be passed on', async () => {
  const { call, all, sound, hall, quiet, seconds, state } = await zones(
    display('tv', 'depan'),
    display('wide'),
  )
  await call('kk', 'loket-1')
  state.full = true
  sound.ready(playing(hall)[0]?.id ?? '', 'tv', 'blocked')
  await quiet()
  await seconds(5.1)
  expect(all()).toEqual([['loket-1', 'playing', 'tv']])
  state.full = false
  await seconds(2.1)
  expect(all()).toEqual([['loket-1', 'unheard', 'tv']])
})

it('puts calls together where more wait than the plan wants, and each of them is heard', async () => {
  const { call, give, hear, state, all, hall } = await zones(display('tv', 'depan'))
  await give({
    type: 'revise-plan',
    plan: { ...rulesPlan, voice: { mostPending: 4 } },
    from: null,
  })
  for (const [service, counter] of [
    ['kk', 'loket-1'],
    ['kk', 'loket-2'],
    ['skck', 'loket-3'],
    ['skck', 'loket-4'],
  ] as const)
    await call(service, counter)
  await give(recall('loket-1'), recall('loket-1'))
  await hear('loket-1', 'tv')
  expect(all().map(([counter, status]) => [counter, status])).toEqual([
    ['loket-1', 'heard'],
    ['loket-2', 'playing'],
    ['loket-3', 'playing'],
    ['loket-4', 'playing'],
    ['loket-1', 'playing'],
    ['loket-1', 'pending'],
  ])
  expect(state.said.at(-1)).toEqual([
    {
      language: 'id',
      text: 'Nomor antrean, A, nol nol dua, ke loket dua; S, nol nol satu, ke loket tiga; S, nol nol dua, ke loket empat; A, nol nol satu, ke loket satu.',
    },
  ])
  await hear('loket-2', 'tv')
  expect(all().map(([, status]) => status)).toEqual(['heard', 'heard', 'heard', 'heard', 'heard', 'playing'])
  expect([...hall.sounds.values()].flat()).toHaveLength(1)
})

it('[A13] who asked that somebody comes is not sent to the counter: alone, in a sentence of its own', async () => {
  const { call, give, hear, state } = await zones(display('tv', 'depan'))
  await give({ type: 'revise-plan', plan: { ...rulesPlan, voice: { mostPending: 2 } }, from: null })
  await call('kk', 'loket-1')
  await call('kk', 'loket-2')
  await give({ ...take('slow', ['skck']), comeToMe: true }, callNext('loket-3'))
  await call('skck', 'loket-4')
  for (const counter of [1, 2, 3, 4]) await hear(`loket-${counter}`, 'tv')
  const firsts = state.said.map(([text]) => text?.text)
  expect(firsts).toEqual([
    'Nomor antrean, A, nol nol satu, silakan menuju loket satu.',
    'Nomor antrean, A, nol nol dua, silakan menuju loket dua.',
    'Nomor antrean, S, nol nol satu, mohon tunggu di tempat, petugas loket tiga akan menghampiri Anda.',
    'Nomor antrean, S, nol nol dua, silakan menuju loket empat.',
  ])
})

it('says the others again where one of them is taken back, without it', async () => {
  const { call, give, hear, state, all, quiet } = await zones(display('tv', 'depan'))
  await give({ type: 'revise-plan', plan: { ...rulesPlan, voice: { mostPending: 2 } }, from: null })
  await call('kk', 'loket-1')
  await call('kk', 'loket-2')
  await call('skck', 'loket-3')
  await call('skck', 'loket-4')
  await hear('loket-1', 'tv')
  await give(undo('loket-3'))
  await quiet()
  expect(all().map(([counter, status]) => [counter, status])).toEqual([
    ['loket-1', 'heard'],
    ['loket-2', 'playing'],
    ['loket-4', 'pending'],
  ])
  expect(
    state.said
      .at(-1)
      ?.map(({ text }) => text)
      .join(),
  ).not.toMatch(/loket tiga/)
})

it('a call that is taken back while the sound of several is made is not said', async () => {
  const { call, give, hear, state, all, quiet } = await zones(display('tv', 'depan'))
  await give({ type: 'revise-plan', plan: { ...rulesPlan, voice: { mostPending: 2 } }, from: null })
  await call('kk', 'loket-1')
  await call('kk', 'loket-2')
  await call('skck', 'loket-3')
  await call('skck', 'loket-4')
  let ready: (prepared: Prepared) => void = () => {}
  state.prepare = () =>
    new Promise((resolve) => {
      ready = resolve
    })
  await hear('loket-1', 'tv')
  await give(undo('loket-3'))
  state.prepare = async () => eightSeconds
  ready(eightSeconds)
  await quiet()
  expect(all().map(([counter, status]) => [counter, status])).toEqual([
    ['loket-1', 'heard'],
    ['loket-2', 'playing'],
    ['loket-4', 'pending'],
  ])
  expect(
    state.said
      .at(-1)
      ?.map(({ text }) => text)
      .join(),
  ).not.toMatch(/loket tiga/)
})

it('shows all that waits in quiet hours at once, without a sound; a sound check is said all the same', async () => {
  const { call, give, state, all, seconds, hall } = await zones(display('tv', 'depan'))
  await give({
    type: 'revise-plan',
    plan: { ...rulesPlan, voice: { quiet: [{ from: '12:00', to: '13:00' }] } },
    from: null,
  })
  state.minute = 12 * 60
  await call('kk', 'loket-1')
  await call('kk', 'loket-2')
  await call('skck', 'loket-3')
  expect([state.said, hall.announcements.size]).toEqual([[], 3])
  await seconds(5.1)
  await seconds(5.1)
  expect(all().map(([, status]) => status)).toEqual(['unheard', 'unheard', 'unheard'])
  await give({ type: 'check-sound', zone: 'depan', announcement: 'check' })
  expect(hall.announcements.get('check')).toMatchObject({ status: 'playing', speaker: 'tv' })
  expect(state.said[0]?.map(({ text }) => text)[0]).toMatch(/^Ini uji suara/)
  state.minute = 13 * 60
  await give({ type: 'hear-announcement', announcement: 'check', device: 'tv', zone: 'depan' })
  await call('skck', 'loket-4')
  expect(all().at(-1)).toEqual(['loket-4', 'playing', 'tv'])
})

it.each([
  [
    '12:00',
    '13:00',
    [
      [719, false],
      [720, true],
      [779, true],
      [780, false],
    ],
  ],
  [
    '22:00',
    '06:00',
    [
      [0, true],
      [359, true],
      [360, false],
      [1319, false],
      [1320, true],
    ],
  ],
] as const)('quiet from %s to %s', (from, to, minutes) => {
  const hall = emptyHall(layOut({ ...rulesPlan, voice: { quiet: [{ from, to }] } }))
  for (const [minute, quiet] of minutes) expect([minute, isQuiet(hall, minute)]).toEqual([minute, quiet])
})

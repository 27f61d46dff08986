// What an announcement survives: no display, a voice that fails, an undone call, a full disk, a stop.
import { expect, it } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import { createLoudspeakers } from '../../server/voice/zones/speakers.ts'
import { createSound } from '../../server/voice/zones/sound.ts'
import type { Prepared } from '../../server/voice/voice.ts'
import { callNext, say, undo } from '../rules/commands.ts'
import { display, eightSeconds, turnTimeByHand, zones } from './hall-of-zones.ts'

turnTimeByHand()

it('without any display it is on the boards for 5 s, with its words', async () => {
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

it('a call undone while its sound is made, or while it plays, makes room for the next', async () => {
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
          return { event: null, seq: null }
        },
        { idle: async () => {}, isSound: () => true },
      ),
      voice: { prepare: state.prepare, ahead: async () => {}, warm: () => {} },
      displays: () => state.displays,
      loudspeakers: createLoudspeakers(),
      minute: () => 540,
      failed: (error) => state.failures.push(error),
    })
    next.look()
    return next
  }
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

// What is announced in a zone, in which languages, how often, and when nothing is.
import { expect, it } from 'vitest'
import { emptyHall } from '../../server/hall/hall.ts'
import { layOut } from '../../server/hall/layout.ts'
import { isQuiet } from '../../server/voice/zones/queue.ts'
import { callNext, recall, take } from '../rules/commands.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { display, turnTimeByHand, zones } from './hall-of-zones.ts'

turnTimeByHand()

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

it('[A13] visitors who asked for staff to come are not sent to the counter: alone, in a sentence of its own', async () => {
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

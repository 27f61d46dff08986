// A manager tests the sound of a zone: it goes the way of any announcement, and its result can be asked for.
import { expect, it } from 'vitest'
import type { BoardView } from '../../server/live/board.ts'
import { hallApp, type HallApp } from './hall-app.ts'
import { listens, look } from './sockets.ts'

interface Check {
  check: { id: string; zone: string; status: string; ahead: number; speaker: unknown }
}

async function withDisplay(seconds = 57) {
  const hall = await hallApp({ voice: { prepare: async () => ({ name: 'check.wav', seconds }) } })
  await listens(hall)
  const id = await hall.enrol('display', 'depan', 'display-depan')
  const board = look<BoardView>(hall, 'board:depan', { as: 'display-depan' })
  await board.view()
  return { hall, id, board }
}

const begin = (hall: HallApp, zone = 'depan') =>
  hall.does<Check>(`POST /api/zones/${zone}/sound-check`, { as: 'manager' })
const stateOf = async (hall: HallApp, id: string) =>
  (await hall.does<Check>(`GET /api/sound-checks/${id}`, { as: 'manager' })).check

it('is said by the zone’s speaker, and counted as heard', async () => {
  const { hall, id, board } = await withDisplay()
  const { check } = await begin(hall)
  expect(check).toMatchObject({ zone: 'depan', ahead: 0 })
  const { announcement } = await board.view((view) => view.announcement !== null)
  expect(announcement).toMatchObject({ id: check.id, number: '', counter: '', speaker: id })
  expect(announcement?.text).toContain('uji suara')
  expect(await stateOf(hall, check.id)).toMatchObject({ status: 'playing', speaker: { id } })
  expect((await begin(hall, 'tengah')).check.id).toBe(check.id)
  await hall.does(`POST /api/announcements/${check.id}/heard`, { as: 'display-depan' })
  expect(await stateOf(hall, check.id)).toMatchObject({ status: 'heard', speaker: { id } })
  expect((await begin(hall)).check.id).not.toBe(check.id)
})

it('that nobody confirms is not heard', async () => {
  const { hall } = await withDisplay(-2.9)
  const { check } = await begin(hall)
  await expect.poll(async () => (await stateOf(hall, check.id)).status).toBe('unheard')
})

it('waits for its turn, and cuts nobody off', async () => {
  const { hall, board } = await withDisplay()
  await hall.act('ayu', 'open', 'loket-1')
  const { visit } = await hall.take(['kk'])
  await hall.act('ayu', 'call-next', 'loket-1')
  await board.view((view) => view.announcement?.number === visit.number)
  const { check } = await begin(hall)
  expect(check).toMatchObject({ status: 'pending', ahead: 1, speaker: null })
})

it('pressed twice with one key is one', async () => {
  const { hall } = await withDisplay()
  const line = 'POST /api/zones/depan/sound-check'
  const [one, two] = await Promise.all(
    ['k', 'k'].map((key) => hall.does<Check>(line, { as: 'manager', key })),
  )
  expect(one?.check.id).toBe(two?.check.id)
  hall.later({ hours: 24 })
  await hall.dispatch({ command: { type: 'release-due' }, by: 'system:clock' })
  // The day after, the key is still known, but the check is not.
  expect(await hall.outcome(line, { as: 'manager', key: 'k' })).toBe('404 unknown-announcement')
})

it('is for managers, and for zones and checks that there are', async () => {
  const { hall } = await withDisplay()
  for (const as of ['spv', 'ayu', 'display-depan'] as const)
    expect([as, await hall.outcome('POST /api/zones/depan/sound-check', { as })]).toEqual([
      as,
      '403 not-allowed',
    ])
  const as = 'manager'
  expect(await hall.outcome('POST /api/zones/nothing/sound-check', { as })).toBe('404 unknown-zone')
  expect(await hall.outcome('GET /api/sound-checks/nothing', { as })).toBe('404 unknown-announcement')
  await hall.act('ayu', 'open', 'loket-1')
  await hall.take(['kk'])
  await hall.act('ayu', 'call-next', 'loket-1')
  const call = [...hall.hall.announcements.keys()].at(-1)
  expect(await hall.outcome(`GET /api/sound-checks/${call}`, { as })).toBe('404 unknown-announcement')
})

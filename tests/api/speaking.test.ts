// An announcement's whole way with real sockets: called, played by a display, heard, and known at the counter.
import { expect, it, onTestFinished } from 'vitest'
import type { AgencyView } from '../../server/live/agency.ts'
import type { ReceptionView } from '../../server/live/reception.ts'
import type { BoardView } from '../../server/live/board.ts'
import type { CounterView } from '../../server/live/counter.ts'
import type { SpokenText } from '../../server/voice/voice.ts'
import { hallApp, type HallApp } from './hall-app.ts'
import { listens, look } from './sockets.ts'

/** A hall in which an announcement is waited for at most this many seconds. */
async function speaking(secondsToHear = 60) {
  const said: SpokenText[][] = []
  const hall = await hallApp({
    voice: {
      prepare: async (texts) => {
        said.push([...texts])
        // The server adds three seconds to a sound's length.
        return { name: 'call.wav', seconds: secondsToHear - 3 }
      },
    },
  })
  await listens(hall)
  for (const counter of ['loket-1', 'loket-3', 'loket-5']) await hall.act('manager', 'open', counter)
  return { hall, said }
}

/** An enrolled display that looks at a zone's board. */
async function display(hall: HallApp, zone: string | null, name: `display-${string}`) {
  const id = await hall.enrol('display', zone, name)
  const board = look<BoardView>(hall, `board:${zone ?? 'all'}`, { as: name })
  await board.view()
  return { id, board, name }
}

async function call(hall: HallApp, service: string, counter: string): Promise<string> {
  const { visit } = await hall.take([service])
  await hall.act('manager', 'call-next', counter)
  return visit.number
}

const counterOf = (hall: HallApp, id: string) => look<CounterView>(hall, `counter:${id}`, { as: 'manager' })

it('names its speaker and its audio on the board; once heard, the counter knows and the next one plays', async () => {
  const { hall, said } = await speaking()
  const tv = await display(hall, 'depan', 'display-depan')
  const desk = counterOf(hall, 'loket-1')
  const number = await call(hall, 'kk', 'loket-1')
  const { announcement } = await tv.board.view((view) => view.announcement !== null)
  expect(announcement).toEqual({
    id: expect.any(String),
    number,
    counter: 'loket-1',
    text: said[0]?.map(({ text }) => text).join(' '),
    audio: '/api/audio/call.wav',
    speaker: tv.id,
  })
  expect(announcement?.text).toContain('loket satu')
  await desk.view(({ current }) => current?.number === number && current.heard === null)
  const next = await call(hall, 'skck', 'loket-3')
  expect(tv.board.views().some((view) => view.announcement?.number === next)).toBe(false)

  await hall.does(`POST /api/announcements/${announcement?.id}/heard`, { as: tv.name })
  await desk.view(({ current }) => current?.heard === true)
  expect((await tv.board.view((view) => view.announcement?.number === next)).announcement?.speaker).toBe(
    tv.id,
  )
})

it('that nobody hears is known at the counter, and another display of the zones says the next', async () => {
  const { hall } = await speaking(0.3)
  const first = await display(hall, 'depan', 'display-depan')
  const second = await display(hall, 'tengah', 'display-tengah')
  const desk = counterOf(hall, 'loket-1')
  const [one, two] = [await call(hall, 'kk', 'loket-1'), await call(hall, 'skck', 'loket-3')]
  const speakerOf = async (number: string) =>
    (await second.board.view((view) => view.announcement?.number === number)).announcement?.speaker
  expect(await speakerOf(one)).toBe(first.id)
  await desk.view(({ current }) => current?.heard === false)
  expect(await speakerOf(two)).toBe(second.id)
})

it('is passed on at once where the speaker can’t be heard; its word counts no more', async () => {
  const { hall } = await speaking()
  const first = await display(hall, 'depan', 'display-depan')
  const second = await display(hall, 'tengah', 'display-tengah')
  const number = await call(hall, 'kk', 'loket-1')
  const { announcement } = await first.board.view((view) => view.announcement?.speaker === first.id)
  const line = (what: string) => `POST /api/announcements/${announcement?.id}/${what}`
  await hall.does(line('ready'), { as: first.name, body: { sound: 'blocked' } })
  const passed = await second.board.view((view) => view.announcement?.speaker === second.id)
  expect(passed.announcement).toEqual({ ...announcement, speaker: second.id })
  await first.board.view((view) => view.announcement?.speaker === second.id)
  expect(await hall.outcome(line('heard'), { as: first.name })).toBe('403 not-allowed')
  await hall.does(line('ready'), { as: second.name })
  await hall.does(line('started'), { as: second.name })
  await hall.does(line('heard'), { as: second.name })
  await counterOf(hall, 'loket-1').view(({ current }) => current?.number === number && current.heard === true)
})

it('that nobody hears is told to the supervisor and the reception, until one is heard', async () => {
  const { hall } = await speaking(0.3)
  await hall.act('manager', 'close', 'loket-3')
  const agency = look<AgencyView>(hall, 'agency:dukcapil', { as: 'spv' })
  const other = look<AgencyView>(hall, 'agency:polres', { as: 'spv-polres' })
  const desk = look<ReceptionView>(hall, 'reception', { as: 'spv' })
  const tv = await display(hall, 'depan', 'display-depan')
  await call(hall, 'kk', 'loket-1')
  const { silentZones } = await agency.view((view) => view.silentZones.length > 0)
  expect(silentZones).toEqual([{ zone: 'depan', since: expect.any(String) }])
  const { attention } = await desk.view((view) => view.attention.length > 0)
  expect(attention).toMatchObject([{ kind: 'zone-silent', zone: 'depan', since: silentZones[0]?.since }])
  expect((await other.view()).silentZones).toEqual([])
  await hall.act('manager', 'recall', 'loket-1')
  const { announcement } = await tv.board.view((view) => view.announcement !== null)
  await hall.does(`POST /api/announcements/${announcement?.id}/heard`, { as: tv.name })
  await agency.view((view) => view.silentZones.length === 0)
  await desk.view((view) => view.attention.length === 0)
})

it('is said again by a recall, which waits for its turn', async () => {
  const { hall } = await speaking()
  const tv = await display(hall, 'depan', 'display-depan')
  const number = await call(hall, 'kk', 'loket-1')
  const { announcement: first } = await tv.board.view((view) => view.announcement !== null)
  await hall.act('manager', 'recall', 'loket-1')
  await tv.board.view(({ calls }) => calls[0]?.calls === 2)
  expect(tv.board.views().at(-1)?.announcement).toEqual(first)
  await hall.does(`POST /api/announcements/${first?.id}/heard`, { as: tv.name })
  const again = await tv.board.view(
    ({ announcement }) => announcement !== null && announcement.id !== first?.id,
  )
  expect(again.announcement?.number).toBe(number)
})

it('ends when its call is undone', async () => {
  const { hall } = await speaking()
  const tv = await display(hall, 'depan', 'display-depan')
  await call(hall, 'kk', 'loket-1')
  const playing = await tv.board.view((view) => view.announcement !== null)
  await hall.act('manager', 'undo', 'loket-1')
  await expect.poll(() => tv.board.views().at(-1)?.announcement).toBeNull()
  const line = `POST /api/announcements/${playing.announcement?.id}/heard`
  expect(await hall.outcome(line, { as: tv.name })).toBe('404 unknown-announcement')
})

it('zones that share a sound show the same one, another zone plays its own', async () => {
  const { hall } = await speaking()
  const near = await display(hall, 'depan', 'display-depan')
  const neighbour = look<BoardView>(hall, 'board:tengah')
  const far = await display(hall, 'belakang', 'display-belakang')
  const number = await call(hall, 'kk', 'loket-1')
  for (const board of [near.board, neighbour])
    expect((await board.view((view) => view.announcement !== null)).announcement?.number).toBe(number)
  const other = await call(hall, 'bayar', 'loket-5')
  const { announcement } = await far.board.view((view) => view.announcement !== null)
  expect(announcement).toMatchObject({ number: other, speaker: far.id })
})

it('is not given to a display that has gone', async () => {
  const { hall } = await speaking()
  const gone = await display(hall, 'depan', 'display-depan')
  const stays = await display(hall, 'tengah', 'display-tengah')
  gone.board.socket.terminate()
  await expect.poll(() => hall.push.displays().map(({ id }) => id)).toEqual([stays.id])
  await call(hall, 'kk', 'loket-1')
  const { announcement } = await stays.board.view((view) => view.announcement !== null)
  expect(announcement?.speaker).toBe(stays.id)
})

it('of a call younger than a minute is said again after a restart', async () => {
  const { hall } = await speaking()
  const tv = await display(hall, 'depan', 'display-depan')
  const number = await call(hall, 'kk', 'loket-1')
  const before = await tv.board.view((view) => view.announcement !== null)
  const cookie = hall.cookies.get(tv.name) ?? ''
  await hall.app.close()

  const again = await hallApp({
    dir: hall.dir,
    at: hall.clock.now + 30_000,
    voice: { prepare: async () => ({ name: 'call.wav', seconds: 8 }) },
  })
  onTestFinished(again.close)
  await listens(again)
  const board = look<BoardView>(again, 'board:depan', { headers: { cookie } })
  const { announcement } = await board.view((view) => view.announcement !== null)
  expect(announcement).toMatchObject({ number, speaker: tv.id, id: before.announcement?.id })
})

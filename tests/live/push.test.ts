// The push, with time under the test's control: what is sent at once, what takes its time, and who is disconnected.
import { EventEmitter } from 'node:events'
import { expect, it, vi } from 'vitest'
import type { Command } from '../../server/hall/command.ts'
import { PACE, createPush, type Subscriber } from '../../server/live/push.ts'
import { callNext, open, start, take } from '../rules/commands.ts'
import { given } from '../rules/given.ts'
import { rulesPlan } from '../rules/rules-plan.ts'
import { seen } from '../rules/seen.ts'
import { freezeTime } from './frozen-time.ts'

freezeTime()

/** A socket that records what it is sent, and answers pings while it lives. */
class Socket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  readonly sent: { type: string }[] = []
  code: number | 'cut' | null = null
  lives = true
  send = (data: Buffer) => void this.sent.push(JSON.parse(data.toString()))
  ping = () => void (this.lives && this.emit('pong'))
  close = (code: number) => this.end(code)
  terminate = () => this.end('cut')
  readonly count = (type: string) => this.sent.filter((one) => one.type === type).length

  private end(code: number | 'cut'): void {
    this.code ??= code
    this.readyState = 3
    this.emit('close')
  }
}

/** A hall with somebody who waits, and its push. */
function pushed() {
  const story = given(rulesPlan, '08:00', open('loket-1'), take('a', ['kk']))
  const told: string[] = []
  const push = createPush(
    { ...seen(story.hall, story.time.now), now: () => story.time.now },
    { error: (_error, message) => told.push(message) },
  )
  function look(
    topic: string,
    whyNot: Subscriber['whyNot'] = () => null,
    display: Subscriber['display'] = null,
  ) {
    const socket = new Socket()
    const isThere = push.subscribe(topic, { socket: socket as never, display, whyNot })
    return { socket, isThere }
  }
  function does(command: Command) {
    const known = story.records.length
    story.does(command)
    push.committed(story.records.slice(known))
  }
  return { story, push, look, does, told }
}

const round = () => vi.advanceTimersByTime(1)

it('a change of calls is sent at once, also right after another view; at the supervisor’s it takes its time', () => {
  const { look, does } = pushed()
  const [board, counter, agency] = ['board:depan', 'counter:loket-1', 'agency:dukcapil'].map(
    (topic) => look(topic).socket,
  )
  const views = () => [board, counter, agency].map((one) => one?.count('view'))
  does(callNext('loket-1'))
  round()
  expect(views()).toEqual([2, 2, 1])
  does(start('loket-1'))
  round()
  expect(views()).toEqual([3, 3, 1])
  vi.advanceTimersByTime(PACE)
  expect(views()).toEqual([3, 3, 2])
})

it('a ticket waits for its pace, and several come as one view', () => {
  const { look, does } = pushed()
  const { socket } = look('kiosk')
  for (const id of ['b', 'c', 'd']) does(take(id, ['kk']))
  round()
  expect(socket.count('view')).toBe(1)
  vi.advanceTimersByTime(PACE)
  expect(socket.count('view')).toBe(2)
})

it('each message says which topic it is about; the monitor of an agency is the monitor to whoever asked for it', () => {
  const { look } = pushed()
  const topics = ['board:depan', 'kiosk', 'monitor', 'monitor:dukcapil']
  expect(topics.map((topic) => look(topic).socket.sent[0])).toMatchObject([
    { topic: 'board:depan' },
    { topic: 'kiosk' },
    { topic: 'monitor' },
    { topic: 'monitor' },
  ])
})

it('beats every five seconds, and cuts clients that answer no ping within a minute', () => {
  const { look } = pushed()
  const [alive, dead] = [look('kiosk').socket, look('kiosk').socket]
  dead.lives = false
  vi.advanceTimersByTime(15_000)
  expect([alive.count('beat'), dead.count('beat')]).toEqual([3, 3])
  vi.advanceTimersByTime(45_000)
  expect([alive.code, dead.code]).toEqual([null, 'cut'])
})

it('subscribers who may no longer look are disconnected with the next beat, or on request', () => {
  const { look, push, told } = pushed()
  let code: number | null = null
  const [one, other] = [look('kiosk', () => code).socket, look('kiosk').socket]
  vi.advanceTimersByTime(5_000)
  expect(one.code).toBeNull()
  code = 4003
  push.recheck()
  expect([one.code, other.code]).toEqual([4003, null])
  const unknown = look('kiosk', () => {
    throw new Error('the table is damaged')
  }).socket
  const after = look('kiosk', () => code).socket
  vi.advanceTimersByTime(5_000)
  expect([unknown.code, after.code]).toEqual([null, 4003])
  expect(told).toEqual(['who looks at a topic is not known'])
})

it('knows the displays that look, and says when one comes or goes', () => {
  const { look, push } = pushed()
  let told = 0
  push.onDisplays(() => (told += 1))
  look('board:depan')
  expect([push.displays(), told]).toEqual([[], 0])
  const display = { id: 'tv-1', zone: 'depan', board: 'depan' }
  const { socket } = look('board:depan', () => null, display)
  expect([push.displays(), told]).toEqual([[display], 1])
  socket.terminate()
  expect([push.displays(), told]).toEqual([[], 2])
})

it('there is no topic of a name that nobody knows, of a place that is not, or without one', () => {
  const { look } = pushed()
  const names = [
    '',
    'kiosk:1',
    'board',
    'board:atas',
    'counter',
    'counter:9',
    'agency',
    'agency:x',
    'visit',
    'visit:x',
  ]
  for (const topic of [...names, 'reception:x', 'constructor', 'toString:1'])
    expect([topic, look(topic).isThere]).toEqual([topic, false])
  for (const topic of ['kiosk', 'board:all', 'agency:all', 'visit:token-a', 'reception', 'reception:a'])
    expect([topic, look(topic).isThere]).toEqual([topic, true])
})

it('a change without an event makes the topics of its kind be computed again', () => {
  const { look, push, story } = pushed()
  const { socket } = look('board:depan')
  const { socket: kiosk } = look('kiosk')
  story.does(callNext('loket-1'))
  push.look('boar')
  vi.advanceTimersByTime(PACE + 1)
  expect(socket.count('view')).toBe(1)
  push.look('board')
  vi.advanceTimersByTime(PACE + 1)
  expect([socket.count('view'), kiosk.count('view')]).toEqual([2, 1])
  push.refresh()
  round()
  expect([socket.count('view'), kiosk.count('view')]).toEqual([2, 2])
})

it('says goodbye to all when it stops, and cuts those who do not answer', () => {
  const { look, push, does } = pushed()
  const { socket } = look('kiosk')
  const late = look('kiosk').socket
  late.close = (code: number) => void (late.code = code)
  push.close()
  expect([socket.code, late.code, late.readyState]).toEqual([1001, 1001, 1])
  vi.advanceTimersByTime(1_000)
  expect(late.readyState).toBe(3)
  does(take('b', ['kk']))
  vi.advanceTimersByTime(60_000)
  expect(late.count('beat')).toBe(0)
  expect(vi.getTimerCount()).toBe(0)
})

it('when a latecomer sees more than the others, they get the same one pace later', () => {
  const { look, story } = pushed()
  const early = look('counter:loket-1').socket
  // Nobody said so: it was no event, or what it touches is not known.
  story.does(callNext('loket-1'))
  const late = look('counter:loket-1').socket
  round()
  expect([early.count('view'), late.count('view')]).toEqual([1, 1])
  vi.advanceTimersByTime(PACE)
  expect([early.count('view'), late.count('view')]).toEqual([2, 1])
  expect(early.sent.at(-1)).toMatchObject({ view: { current: { number: 'A001' } } })
})

it('an unchanged view is not sent again, not even to a latecomer', () => {
  const { look, push } = pushed()
  const [early, late] = [look('counter:loket-1').socket, look('counter:loket-1').socket]
  push.refresh()
  round()
  expect([early.count('view'), late.count('view')]).toEqual([1, 1])
})

it('what only time changes is sent when it changes, and not after everybody has left', () => {
  const { look, does, story } = pushed()
  const others = vi.getTimerCount()
  const { socket } = look('counter:loket-1')
  does(callNext('loket-1'))
  round()
  expect(socket.sent.at(-1)).toMatchObject({ view: { undo: { action: 'called' } } })
  story.at('08:00:31')
  vi.advanceTimersByTime(31_000)
  expect(socket.count('view')).toBe(3)
  expect(socket.sent.filter(({ type }) => type === 'view').at(-1)).toMatchObject({ view: { undo: null } })
  expect(vi.getTimerCount()).toBeGreaterThan(others)
  socket.terminate()
  expect(vi.getTimerCount()).toBe(others)
})

it('[MO10] the monitor is computed at most once a second', () => {
  const { look, does } = pushed()
  const [manager, board] = [look('monitor'), look('board:all')]
  for (let nth = 0; nth < 20; nth += 1) {
    does(take(`crowd-${nth}`, ['kk']))
    vi.advanceTimersByTime(100)
  }
  expect(board.socket.count('view')).toBeGreaterThan(10)
  expect(manager.socket.count('view')).toBe(2)
  vi.advanceTimersByTime(1_000)
  expect(manager.socket.count('view')).toBe(3)
  // A call for help or a change of calls waits no longer than that either.
  does(callNext('loket-1'))
  vi.advanceTimersByTime(1_000)
  expect(manager.socket.count('view')).toBe(4)
})

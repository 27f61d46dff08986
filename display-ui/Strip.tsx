// The foot of the board: who should get ready, when the hall closes, who is next at each agency and how many wait, and
// paused counters.
import type { VNode } from 'preact'
import type { BoardView } from '../server/live/board.ts'
import { formatMinute, formatNumber, formatTime } from '../screens/format.ts'
import type { Hall } from '../screens/hall.ts'
import { pick } from '../screens/i18n.ts'
import { CLOCK, PAUSE_SIGN, PEOPLE, Drawing } from '../screens/drawing.tsx'
import { inPages } from './arrange.ts'
import { LINE, middle, numberEm, room, alternate, inChunks } from './fit.ts'
import { pickSecond, second, boardAlso, boardText } from './texts.ts'
import { pageNow, Both, OwnWords, PlanWords } from './parts.tsx'

/** A counter's name is usually "Loket 12"; a longer one takes more room. */
export const LONG_COUNTER = 10

export function Strip({ hall, view }: { hall: Hall; view: BoardView }) {
  const closing = view.hours.closing ? <Closing key="closing" view={view} /> : null
  const queues = view.queues.filter(({ waiting }) => waiting > 0)
  const cards = [
    ...queues.map((queue) => <Queue key={queue.agency} hall={hall} queue={queue} />),
    ...queues
      .filter(({ wait }) => wait)
      .map((queue) => <Queue key={`wait ${queue.agency}`} hall={hall} queue={queue} wait={queue.wait} />),
    ...view.paused.map((pause) => <Pause key={pause.counter} hall={hall} pause={pause} />),
  ]
  // If there is one card only, closing takes its turn; otherwise it stays.
  const { cards: atOnce } = room.value
  const turning = closing && atOnce === 1 ? [closing, ...cards] : cards
  const stays = closing && atOnce > 1 ? closing : null
  const cardPages = inPages(turning, stays ? atOnce - 1 : atOnce)
  // Numbers that should get ready, and announcements in words, have the whole foot every other turn.
  const pages = alternate<VNode | VNode[]>(
    cardPages,
    (view.ready[0] ? readyPages(view.ready) : []).concat(saidPages(view.lines)),
  )
  const page = pages[pageNow(pages.length)] || []
  if (!Array.isArray(page)) return <footer class="strip">{page}</footer>
  const isHalf = page.length > 0 && page.length < atOnce && cardPages.length > 1 && !stays
  return (
    <footer class="strip">
      {stays}
      {page.length > 0 ? page : <Nobody />}
      {/* Half a page stays half a page: nothing jumps when the next one comes. */}
      {isHalf && <div class="card card-none" />}
    </footer>
  )
}

/** Each announcement in the first language, then in the second. */
function saidPages(lines: BoardView['lines']): VNode[] {
  const pages: VNode[] = []
  lines.forEach((line) => {
    const texts: [string, string | null][] = [[pick(line), null]]
    const other = pickSecond(line)
    if (other !== null) texts.push([other, second.value])
    texts.forEach(([text, lang]) =>
      inChunks(text, room.value.letters).forEach((chunk) =>
        pages.push(
          <div class="card card-said">
            <p class="line" dir="auto" lang={lang || undefined}>
              {chunk}
            </p>
          </div>,
        ),
      ),
    )
  })
  return pages
}

/** The foot's edges and the words, and the space between two numbers, in vmin. */
const WORDS = 34
const APART = 3

/** Numbers that may be called soon, as large as a row: anyone away should come back now. */
function readyPages(ready: BoardView['ready']): VNode[] {
  const widest = Math.max(...ready.map(({ number }) => numberEm(number)))
  const fit = Math.floor((middle.value.width - WORDS) / (widest * LINE + APART))
  return inPages(ready, Math.max(1, fit)).map((page) => (
    <p class="card card-closing card-ready line">
      <b>
        <OwnWords text="ready" />
      </b>
      {page.map(({ number }) => (
        <b>{number}</b>
      ))}
    </p>
  ))
}

function Nobody() {
  return (
    <p class="card line card-nobody">
      <OwnWords text="nobodyWaiting" />
    </p>
  )
}

function Closing({ view: { hours, hall } }: { view: BoardView }) {
  const { closes, opens } = hours
  const time = closes === null ? '' : formatMinute(closes)
  const isBreak = opens !== null && opens.day === hall.day
  const key = isBreak ? 'break' : 'closes'
  return (
    <div class="card card-closing">
      <p class="line card-head">
        <span class="card-name">{boardText(key, { time })}</span>
        <Drawing path={CLOCK} />
      </p>
      <p class="line card-next">
        {isBreak ? (
          hours.words && <span class="first">{pick(hours.words)}</span>
        ) : (
          <Both first="" other={boardAlso('closes', { time })} />
        )}
      </p>
    </div>
  )
}

interface QueueProps {
  hall: Hall
  queue: BoardView['queues'][number]
  /** Instead of the numbers: how long somebody who comes now will wait. */
  wait?: BoardView['queues'][number]['wait']
}

function Queue({ hall, queue, wait }: QueueProps) {
  const agency = hall.agencies.value.get(queue.agency)
  const waiting = formatNumber(queue.waiting)
  return (
    <div class="card card-queue">
      <p class="line card-head">
        <span class="card-name">{agency ? agency.short : ''}</span>
        {wait ? (
          <span class="also card-note">{pick(wait.note)}</span>
        ) : (
          <span class="card-count figures">
            <Drawing path={PEOPLE} label={boardText('waiting', { count: waiting })} />
            <span aria-hidden="true">{waiting}</span>
          </span>
        )}
      </p>
      <p class="line card-next figures">
        {wait ? (
          <>
            <Drawing path={CLOCK} />
            <span class="card-number">{pick(wait.words)}</span>
          </>
        ) : (
          queue.next.length > 0 && (
            <span class="card-label">
              <OwnWords text="next" />
            </span>
          )
        )}
        {!wait &&
          queue.next.map((number) => (
            <span key={number} class="card-number">
              {number}
            </span>
          ))}
      </p>
    </div>
  )
}

/** A paused counter: the plan's reason if it has one, and until when if anybody said. */
function Pause({ hall, pause }: { hall: Hall; pause: BoardView['paused'][number] }) {
  const counter = hall.counters.value.get(pause.counter)
  const name = counter ? pick(counter.name) : ''
  const until = <span class="card-until">{untilWords(pause)}</span>
  const isLong = name.length > LONG_COUNTER
  return (
    <div class={`card card-paused ${isLong ? 'card-long' : ''}`}>
      <p class="line card-head">
        <span class="card-name">{name}</span>
        <Drawing path={PAUSE_SIGN} />
        {!isLong && until}
      </p>
      <p class="line card-next">
        <span class="card-label">
          <PauseReason hall={hall} pause={pause} />
        </span>
        {isLong && until}
      </p>
    </div>
  )
}

type PauseProps = { hall: Hall; pause: BoardView['paused'][number] }

/** The plan's reason; free text of staff never appears here. */
export function PauseReason({ hall, pause }: PauseProps) {
  const reasons = hall.answer.value ? hall.answer.value.reasons.pause : []
  const reason = reasons.filter(({ id }) => id === pause.reason)[0]
  return reason ? <PlanWords text={reason.name} /> : <OwnWords text="paused" />
}

/** `s.d. 13.00`, empty if nobody said. */
export function untilWords({ until }: PauseProps['pause']): string {
  return until === null ? '' : boardText('until', { time: formatTime(until) })
}

// A printer that takes ESC/POS bytes, over the network or through a device file. The line is opened for each check
// and each slip: most printers talk with one caller at a time, and others want their turn.
import {
  type Channel,
  LineFault,
  type Open,
  type Condition,
  conditionOf,
  type Link,
  type LinkParts,
  notAsked,
} from './link.ts'
import { limitOf, type Pace } from './pace.ts'
import { clearBuffer, createEcho, createTalk, type Talk } from './talk.ts'

export interface RawParts extends LinkParts {
  /** Whether it answers status requests. */
  readonly answers: boolean
  readonly open: Open
  readonly pace: Pace
}

/** Milliseconds for everything but the data and its answer: connecting, and the questions before and after. */
const AROUND = 20_000

/** The link to such a printer. */
export function rawLink({ answers, open, told, pace }: RawParts): Link {
  const echo = createEcho()
  const lines = new Set<Channel>()
  const stopped = new AbortController()
  const { signal } = stopped

  /** Opens the line, talks, and closes it whatever happens. */
  async function call(talk: (channel: Channel, talk: Talk) => Promise<Condition>): Promise<Condition> {
    let channel: Channel | null = null
    try {
      channel = await open(signal)
      if (signal.aborted) return conditionOf('unreachable')
      lines.add(channel)
      return await talk(channel, createTalk(channel, pace, echo))
    } catch (error) {
      if (!(error instanceof LineFault)) throw error
      if (!signal.aborted) told(error.message)
      return conditionOf(error.why)
    } finally {
      if (signal.aborted) channel?.close()
      else await channel?.hangUp()
      if (channel) lines.delete(channel)
    }
  }

  const look = () =>
    call(async (_channel, talk) => {
      if (!answers) return notAsked
      const found = await talk.ask()
      if (found.why !== null) echo.wasBad()
      else if (echo.shouldAsk()) await talk.learn()
      return found
    })

  return {
    format: 'escpos',
    every: pace.every,
    everyWhileBad: pace.everyWhileBad,
    longest: (bytes) => AROUND + limitOf(bytes, pace),
    look,
    async print(bytes, _title, blindly) {
      const then = await call(async (channel, talk) => {
        if (answers) return talk.print(bytes, blindly)
        await talk.give(bytes)
        await channel.finish()
        return notAsked
      })
      // A line that broke or hung halfway does not say why; the printer may.
      const isVague = then.why === 'unreachable' || then.why === 'timeout'
      if (!answers || !isVague || signal.aborted) return { why: then.why, now: then }
      const now = await call(async (_channel, talk) => {
        const found = await talk.ask()
        await talk.give(clearBuffer)
        return found
      })
      return { why: now.why ?? (then.why === 'timeout' ? 'timeout' : 'error'), now }
    },
    stop() {
      stopped.abort()
      for (const line of lines) line.close()
    },
  }
}

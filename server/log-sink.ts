// Where the process writes its output without ever waiting for anybody: a full disk, or a reader who left or is
// stuck, costs lines, never the hall. Lost lines are counted, and reported with the next line that can be written.
import { constants, fstatSync, openSync, writeSync } from 'node:fs'
import { Socket } from 'node:net'

/** Bytes to keep for a reader who is slow for a moment. */
const MOST_KEPT = 256 * 1024
/** Milliseconds between two tries while something is kept. */
const TRY_EVERY = 250

/** The server's own log, as its rooms write to it; pino fits. No number and no name goes there. */
export interface Log {
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** Takes a text with its end of line. Never throws, and never waits. */
export interface Sink {
  write(text: string): void
}

/**
 * Writes as many of the bytes as fit now; returns how many. @throws the system's error; `EAGAIN`: none fits just now
 */
export type Way = (bytes: Uint8Array) => number

/** Makes the line that says how many are missing. */
export type LostLine = (lost: number) => string

/** The sink for a descriptor of this process, whatever it is: a file, a pipe, a terminal, a socket. */
export function openSink(fd: number, lostLine: LostLine | null = null): Sink {
  return createSink(wayTo(fd), lostLine)
}

/** `later` calls once, after a while. */
export function createSink(
  way: Way,
  lostLine: LostLine | null,
  later: (call: () => void) => void = (call) => void setTimeout(call, TRY_EVERY).unref(),
): Sink {
  let queue: { bytes: Uint8Array; lines: number; mends: boolean }[] = []
  let kept = 0
  let lost = 0
  /** The first in the queue is partly written. */
  let begun = false
  /** What was written ends in the middle of a line. */
  let torn = false
  let waits = false

  /** Writes what is kept; false while the reader is stuck. */
  function drain(): boolean {
    for (let [line] = queue; line; [line] = queue) {
      try {
        const written = way(line.bytes)
        kept -= written
        begun = written < line.bytes.length
        if (begun) line.bytes = line.bytes.subarray(written)
        else queue.shift()
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return false
        torn = begun || queue.some(({ mends }) => mends)
        lost += queue.reduce((sum, { lines }) => sum + lines, 0)
        queue = []
        kept = 0
        begun = false
      }
    }
    return true
  }

  function tryAgain(): void {
    if (waits) return
    waits = true
    later(() => {
      waits = false
      if (!drain()) tryAgain()
    })
  }

  return {
    write(text) {
      if (kept > MOST_KEPT && !drain()) {
        lost += 1
        return
      }
      const told = lost > 0 && lostLine ? lostLine(lost) : ''
      const bytes = Buffer.from(`${torn ? '\n' : ''}${told}${text}`)
      queue.push({ bytes, lines: lost + 1, mends: torn })
      kept += bytes.length
      lost = 0
      torn = false
      if (!drain()) tryAgain()
    },
  }
}

function wayTo(fd: number): Way {
  try {
    const found = fstatSync(fd)
    if (found.isFile()) return (bytes) => writeSync(fd, bytes)
    if (found.isFIFO() || found.isCharacterDevice()) {
      // Reopened: non-blocking is a property of the open file, and other processes may share this pipe or terminal.
      const own = openSync(
        `/proc/self/fd/${fd}`,
        constants.O_WRONLY | constants.O_NONBLOCK | constants.O_NOCTTY,
      )
      return (bytes) => writeSync(own, bytes)
    }
  } catch {
    // Another system, or somebody else's pipe.
  }
  return wayBySocket(fd)
}

/** Node's own way, which waits in the background. A closed descriptor takes nothing. */
function wayBySocket(fd: number): Way {
  try {
    const socket = new Socket({ fd, readable: false, writable: true }).on('error', () => socket.destroy())
    socket.unref()
    return (bytes) => {
      if (socket.destroyed) throw Object.assign(new Error('nobody reads'), { code: 'EPIPE' })
      if (socket.writableLength > MOST_KEPT) throw Object.assign(new Error('full'), { code: 'EAGAIN' })
      socket.write(bytes)
      return bytes.length
    }
  } catch {
    return () => {
      throw Object.assign(new Error('closed'), { code: 'EBADF' })
    }
  }
}

// Reads what arrived on a socket. Anything that is not a message of this topic is null: a screen never breaks on
// garbage, it only does not count it as a sign of life.
import type { LiveMessage } from '../server/live/protocol.ts'

/** The message in `data`, or null. The view itself is trusted: its shape belongs to the protocol version. */
export function readMessage<V>(data: unknown, topic: string): LiveMessage<V> | null {
  if (typeof data !== 'string') return null
  let parsed: unknown
  try {
    parsed = JSON.parse(data)
  } catch {
    return null
  }
  if (typeof parsed !== 'object' || parsed === null) return null
  const message = parsed as Record<string, unknown>
  if (typeof message.at !== 'string') return null
  if (message.type === 'beat') return { type: 'beat', at: message.at }
  if (message.type !== 'view' || message.topic !== topic) return null
  if (typeof message.seq !== 'number' || typeof message.view !== 'object' || message.view === null)
    return null
  return { type: 'view', topic, seq: message.seq, at: message.at, view: message.view as V }
}

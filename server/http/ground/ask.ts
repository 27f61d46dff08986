// From a request to the loop and back: who asks, with which key, and what a refusal becomes.
import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Dispatch } from '../../dispatch.ts'
import type { Note } from '../../batch.ts'
import type { Command } from '../../hall/command.ts'
import { EARLIER_DAY } from '../../hall/visit/step.ts'
import type { Actor, Event } from '../../hall/event.ts'
import { isRefusal, type Refusal } from '../../hall/refusal.ts'
import type { Context } from '../../live/context.ts'
import { askedOf, meantOf } from './meant.ts'
import { dayText } from '../../texts/day.ts'
import { languageOf } from './language.ts'
import { refuse } from './problem.ts'

/** What the routes of the hall need: the loop, and what views are made from. */
export interface HallDoor {
  readonly dispatch: Dispatch
  readonly context: Context
}

const MOST_KEY = 200
/** Seconds after which a command that the disk refused is worth trying again. */
const DISK_SECONDS = 5

/** A command, who gives it, the texts typed with it, and whether it must bring an idempotency key. */
interface Order {
  readonly command: Command
  readonly by: Actor
  readonly notes?: readonly Note[]
  readonly keyRequired?: boolean
  /** Makes a sentence of its own for a refusal; undefined: that of its code. */
  readonly detail?: (refusal: Refusal) => string | undefined
  /** More members of the answer. */
  readonly members?: (refusal: Refusal) => Readonly<Record<string, unknown>>
}

/** The caller's idempotency key; undefined if there is none, null if it is invalid. */
export function keyOf(request: FastifyRequest): string | undefined | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  return typeof key === 'string' && key.length > 0 && key.length <= MOST_KEY ? key : null
}

/**
 * Gives a command to the loop and answers with what `answer` makes of its event and that event's seq (null: nothing
 * had to change). Refusals become problems. The key covers the address and the body: the same key with another body is
 * refused, except that `notAfter` may differ.
 */
export async function ask<T>(
  { dispatch }: HallDoor,
  request: FastifyRequest,
  reply: FastifyReply,
  order: Order,
  answer: (event: Event | null, seq: number | null) => T,
): Promise<T | FastifyReply> {
  const key = keyOf(request)
  const { command, by, notes, keyRequired = false, detail, members } = order
  if (key === undefined && keyRequired) return refuse(reply, 'key-required')
  if (key === null) return refuse(reply, 'bad-request', { members: { property: 'Idempotency-Key' } })
  const meant = meantOf(request)
  if ('fault' in meant) return refuse(reply, 'bad-request', { members: { property: meant.fault } })
  const once = key === undefined ? undefined : { key, hash: hash('sha1', askedOf(request), 'base64url') }
  const outcome = await dispatch({ command, by, once, notes, meant })
  if (isRefusal(outcome)) return refuseAs(reply, outcome, detail?.(outcome), members?.(outcome))
  return answer(outcome.event, outcome.seq)
}

/** A refusal of the hall as a problem; `about` names what stands in the way. */
export function refuseAs(
  reply: FastifyReply,
  { refused, about, count, people }: Refusal,
  detail?: string,
  members?: Readonly<Record<string, unknown>>,
): FastifyReply {
  const language = languageOf(reply.request.headers['accept-language'])
  // The code is the one for closed hours, but here the number is of a day that is over: the sentence says so.
  const isEarlier = refused === 'hall-closed' && about === EARLIER_DAY
  return refuse(reply, refused, {
    ...(isEarlier && { title: dayText('earlier')[language], detail: dayText('earlierMeans')[language] }),
    ...(detail === undefined ? {} : { detail }),
    members: {
      ...(about === undefined ? {} : { about }),
      ...(count === undefined ? {} : { count }),
      ...(people === undefined ? {} : { people }),
      ...members,
    },
    ...(refused === 'storage-unavailable' ? { retryAfter: DISK_SECONDS } : {}),
  })
}

/** Staff first, else the device; the routes' guards have checked that there is one. */
export function actorOf({ who }: FastifyRequest): Actor {
  if (who.staff) return `staff:${who.staff.id}`
  const device = who.kiosk ?? who.display
  if (device) return `device:${device.id}`
  throw new Error('a command without anybody who gives it')
}

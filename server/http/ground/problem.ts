// How the server refuses: RFC 9457 problems in the language of the request, each with a stable code.
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AccessRefusal } from '../../access/sign-in.ts'
import { weakText } from '../../texts/answers.ts'
import { en } from '../../texts/en.ts'
import { id } from '../../texts/id.ts'
import { statusOf, type Code } from './codes.ts'
import { languageOf, type Language } from './language.ts'

const texts = { id, en }

export const problemType = 'application/problem+json'

/**
 * What an answer may have besides its code: a text of its own, seconds until it is worth trying again, more members.
 */
interface ProblemExtra {
  title?: string
  detail?: string
  retryAfter?: number
  members?: Readonly<Record<string, unknown>>
}

/** The body of a problem answer. `request` is the id that the log has too. */
export function problem(code: Code, language: Language, request: string, extra: ProblemExtra = {}) {
  const { title, detail } = texts[language][code]
  return {
    type: 'about:blank',
    status: statusOf(code),
    title: extra.title ?? title,
    detail: extra.detail ?? detail,
    code,
    request,
    ...extra.members,
  }
}

/** Answers with a problem. Use it as `return refuse(reply, 'unknown-zone')`, in hooks and in (async) handlers. */
export function refuse(reply: FastifyReply, code: Code, extra: ProblemExtra = {}): FastifyReply {
  const { id: request, headers } = reply.request
  const language = languageOf(headers['accept-language'])
  const body = problem(code, language, request, extra)
  if (extra.retryAfter !== undefined) reply.header('retry-after', extra.retryAfter)
  // As bytes, because a string would get a charset parameter, which this media type does not have (RFC 8259, 11).
  return reply
    .code(body.status)
    .headers({ 'content-type': problemType, 'content-language': language, vary: 'accept-language' })
    .send(Buffer.from(JSON.stringify(body)))
}

// A refusal because of a password becomes a problem: with the seconds to wait after wrong ones, with the reason if it
// is too weak.

/** Answers with it. */
export async function refuseAccess(reply: FastifyReply, refusal: AccessRefusal): Promise<FastifyReply> {
  if (refusal.refused === 'bad-credentials') await pause(refusal.slowDown)
  return refuse(reply, refusal.refused, more(refusal, reply.request))
}

function more(refusal: AccessRefusal, { headers }: FastifyRequest): ProblemExtra {
  if ('retryAfter' in refusal) return { retryAfter: refusal.retryAfter }
  if (refusal.refused !== 'weak-password') return {}
  const { why } = refusal
  return { detail: weakText(why, languageOf(headers['accept-language'])), members: { why } }
}

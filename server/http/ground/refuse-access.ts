// A refusal because of a password becomes a problem: with the seconds to wait after wrong ones, with the reason if it
// is too weak.
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { AccessRefusal } from '../../access/sign-in.ts'
import { weakText } from '../../texts/weak.ts'
import { languageOf } from './language.ts'
import { type ProblemExtra, refuse } from './problem.ts'

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

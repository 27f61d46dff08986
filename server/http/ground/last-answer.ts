// The last resort when an error answer has itself failed: prepared bytes, sent on the bare socket. On the way there is
// no look-up, no call and no log line that could throw again.
import type { OutgoingHttpHeader, ServerResponse } from 'node:http'
import type { FastifyReply } from 'fastify'
import { problem, problemType } from './problem.ts'

/** What is sent: a problem as JSON, and headers. */
export interface LastAnswer {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, OutgoingHttpHeader | undefined>>
}

const plain: LastAnswer = {
  body: Buffer.from(JSON.stringify(problem('internal', 'id', '-'))),
  headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', connection: 'close' },
}

/**
 * Sends a 500, the plain one if the better one can't be sent; cuts the connection if an answer has begun. Never
 * throws.
 */
export function answerAtLast(response: ServerResponse, better?: LastAnswer): void {
  if (better && attempt(() => write(response, better))) return
  if (attempt(() => write(response, plain))) return
  attempt(() => response.destroy())
}

function write(response: ServerResponse, { body, headers }: LastAnswer): void {
  if (response.headersSent || response.destroyed) {
    response.destroy()
    return
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name)
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) response.setHeader(name, value)
  response
    .writeHead(500, 'Internal Server Error', { 'content-type': problemType, 'content-length': body.length })
    .end(body)
}

/** Answers in a way that may fail; if it does, a plain 500 goes out. `complain` is told why, and may fail too. */
export function orAtLast(
  reply: FastifyReply,
  answer: () => FastifyReply,
  complain: (error: unknown) => void,
): FastifyReply {
  try {
    return answer()
  } catch (error) {
    attempt(() => complain(error))
    reply.hijack()
    answerAtLast(reply.raw)
    return reply
  }
}

/** Does something that may fail when nobody is left to be told; returns whether it succeeded. */
export function attempt(what: () => void): boolean {
  try {
    what()
    return true
  } catch {
    return false
  }
}

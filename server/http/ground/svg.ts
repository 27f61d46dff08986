// Answers that are a picture.
import type { FastifyReply } from 'fastify'
import { Type } from 'typebox'

/** Opened on its own, an SVG is a page: it may show its own font and pictures, and do nothing else. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

/** The responses of a route that sends a picture with `sendSvg`. */
export const svgAnswer = {
  200: { content: { 'image/svg+xml': { schema: Type.String({ format: 'binary' }) } } },
}

/** Answers with a picture that can do nothing, even if it is opened on its own. */
export function sendSvg(reply: FastifyReply, svg: string): FastifyReply {
  return reply
    .headers({ 'content-type': 'image/svg+xml; charset=utf-8', 'content-security-policy': policy })
    .send(svg)
}

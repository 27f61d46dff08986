// The bare route that tickets are measured against: Fastify, the ticket's own schemas, an answer of its shape, and
// nothing else: no hall, no disk, no cookies. The one message to it has the schemas; it replies with its port.
import Fastify from 'fastify'

/** @typedef {{ path: string, body: object, response: object, answer: object }} Route */

process.once('message', async (/** @type {Route} */ { path, body, response, answer }) => {
  const app = Fastify({
    ajv: {
      customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, allErrors: false },
    },
  })
  app.post(path, { schema: { body, response: { 201: response } } }, async (_request, reply) => {
    reply.code(201)
    return answer
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const address = app.server.address()
  process.send?.({ port: typeof address === 'object' ? address?.port : null })
})

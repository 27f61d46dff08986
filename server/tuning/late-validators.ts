// A route's validators, compiled when the route is first asked. Most routes are asked on few days; to compile them all at
// each start would keep their code, and what compiling them took, in the memory of a server that idles.
import AjvCompiler from '@fastify/ajv-compiler'
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify'
import type { FastifyValidationResult } from 'fastify/types/schema.js'

/** Fastify's own validators, but late. A schema that can't be compiled fails its route's first request. */
export function compileLate(options: FastifyServerOptions['ajv']): FastifySchemaCompiler<unknown> {
  // Its types tell of Ajv's alone; what it takes and gives is what Fastify asks of any compiler.
  const compile = AjvCompiler()({}, options) as unknown as FastifySchemaCompiler<unknown>
  return (route) => {
    let made: FastifyValidationResult | null = null
    const validate: FastifyValidationResult = (data: unknown) => {
      made ??= compile(route)
      const fits = made(data)
      validate.errors = made.errors ?? null
      return fits
    }
    return validate
  }
}

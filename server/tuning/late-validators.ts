// A route's validators, compiled when the route is first used. Most routes are rarely used; compiling all at each
// start would keep their code, and the memory that compiling took, in an idle server.
import AjvCompiler from '@fastify/ajv-compiler'
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify'
import type { FastifyValidationResult } from 'fastify/types/schema.js'

/**
 * Made once per process, as it must first compile the schema of all schemas; a hall that takes another's place uses it
 * too.
 */
const compilers = AjvCompiler()

/** What was compiled for any hall of this process, by its options and its schema: the next one has the same routes. */
const compiled = new Map<string, FastifyValidationResult>()

/** Fastify's own validators, but late. A schema that can't be compiled fails its route's first request. */
export function compileLate(options: FastifyServerOptions['ajv']): FastifySchemaCompiler<unknown> {
  // Its types mention only Ajv's; what it takes and returns is what Fastify expects of any compiler.
  const compile = compilers({}, options) as unknown as FastifySchemaCompiler<unknown>
  return (route) => {
    let made: FastifyValidationResult | null = null
    const once = (): FastifyValidationResult => {
      const key = JSON.stringify([options, route.schema])
      const known = compiled.get(key) ?? compile(route)
      compiled.set(key, known)
      return known
    }
    const validate: FastifyValidationResult = (data: unknown) => {
      made ??= once()
      const fits = made(data)
      validate.errors = made.errors ?? null
      return fits
    }
    return validate
  }
}
